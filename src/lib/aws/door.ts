import type { Kernel } from '$lib/kernel/kernel';
import type { RecordId } from '$lib/kernel/trace/record-kind';
import { refused, type Answer } from './errors';
import type { FaultInjector } from './faults';
import { callRecord, responseRecord } from './records';

/** Who calls: `administrator`, or the name of a role or service. */
export type Principal = string;

export interface CallRequest {
  readonly principal: Principal;
  readonly service: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** `input` as JSON text, where the caller has it already. */
  readonly inputText?: string;
  readonly cause?: RecordId | undefined;
}

/** A call on its way through a service. */
export interface ServiceCall {
  /** Number of the request: its UUID is `uuidAt(seed, number)`. */
  readonly requestNumber: number;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The call's record: the cause of what the service does about it. */
  readonly record: RecordId;
}

/** How a service answers; exactly once for each call, at the virtual time at which it is called. */
export type Respond = (answer: Answer, options?: RespondOptions) => void;

export interface RespondOptions {
  /** The record that settled it. Default: the call's own. */
  readonly cause?: RecordId;
  readonly rules?: readonly string[];
  /** The cause already holds the output: do not write it a second time. */
  readonly outputInCause?: boolean;
}

/** A service: a name and what it does with a call. */
export interface Service {
  readonly name: string;
  /** What the input names, for the record: a function, a queue. */
  resourceOf(input: Readonly<Record<string, unknown>>): string | undefined;
  handle(call: ServiceCall, respond: Respond): void;
}

/** The one door: every call between things goes through {@link Aws.call}, and is recorded there. */
export class Aws {
  readonly #kernel: Kernel;
  readonly #faults: FaultInjector;
  readonly #services = new Map<string, Service>();
  #requests = 0;
  #inFlight = 0;

  constructor(kernel: Kernel, faults: FaultInjector) {
    this.#kernel = kernel;
    this.#faults = faults;
  }

  /** Calls that have not been answered yet. */
  get inFlight(): number {
    return this.#inFlight;
  }

  register(service: Service): void {
    this.#services.set(service.name, service);
  }

  /** Makes a call now; `done` gets the answer and the response's record when it comes. */
  call(request: CallRequest, done?: (answer: Answer, record: RecordId) => void): void {
    const { principal, action, input, cause } = request;
    const service = this.#services.get(request.service);
    const requestNumber = this.#requests++;
    const record = this.#kernel.trace.append(
      callRecord,
      this.#kernel.now,
      {
        requestId: requestNumber,
        principal,
        service: request.service,
        action,
        resource: service?.resourceOf(input),
        input: request.inputText ?? JSON.stringify(input),
      },
      { cause },
    );
    this.#inFlight++;
    let answered = false;
    const respond: Respond = (answer, options = {}) => {
      if (answered) throw new Error(`${request.service}:${action} was answered twice`);
      answered = true;
      this.#inFlight--;
      const response = this.#recordResponse(request, requestNumber, record, answer, options);
      done?.(answer, response);
    };
    const fault = this.#faults.strike(this.#kernel.now, request.service, action);
    if (fault) respond({ ok: false, error: fault });
    else if (service) service.handle({ requestNumber, action, input, record }, respond);
    else respond(refused(400, 'UnknownService', `There is no service named ${request.service} here.`));
  }

  #recordResponse(
    { service, action }: CallRequest,
    requestId: number,
    call: RecordId,
    answer: Answer,
    { cause = call, rules = [], outputInCause = false }: RespondOptions,
  ): RecordId {
    const values = answer.ok
      ? {
          status: answer.status,
          output: outputInCause ? undefined : JSON.stringify(answer.output),
        }
      : {
          status: answer.error.status,
          error: answer.error.name,
          message: answer.error.message,
          fields: answer.error.fields && JSON.stringify(answer.error.fields),
        };
    return this.#kernel.trace.append(
      responseRecord,
      this.#kernel.now,
      { requestId, service, action, ...values },
      { cause: cause === call ? call : [cause, call], rules },
    );
  }
}
