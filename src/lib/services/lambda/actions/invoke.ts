import type { Respond, ServiceCall } from '$lib/aws/door';
import { refused, succeeded } from '$lib/aws/errors';
import { uuidAt } from '$lib/kernel/identity';
import { cite } from '$lib/rules';
import { utf8Length } from '$lib/kernel/utf8';
import type { LambdaFunction } from '../function';
import type { LambdaContext } from '../lambda-context';
import { throttleRecord } from '../records/invocation';

const INVALID_CONTENT = cite('lambda.invalid-request-content');
const TOO_LARGE = cite('lambda.request-payload-limit');
const THROTTLED = cite('lambda.throttle', 'lambda.account-concurrency');

/** lambda:Invoke, and the account's count of what runs at the moment. */
export class Invoke {
  readonly #context: LambdaContext;
  #concurrency = 0;
  /** The last payload found to be JSON: most workloads send the same text again. */
  #validPayload = '{}';

  constructor(context: LambdaContext) {
    this.#context = context;
  }

  handle(target: LambdaFunction, call: ServiceCall, respond: Respond): void {
    const { kernel, quotas } = this.#context;
    const event = payloadText(call.input['Payload']);
    const type = call.input['InvocationType'] ?? 'RequestResponse';
    if (type !== 'RequestResponse' && type !== 'DryRun') {
      respond(refused(400, 'InvalidParameterValueException', invocationTypeMessage(type)));
      return;
    }
    if (event.length * 3 > quotas.requestPayloadBytes && utf8Length(event) > quotas.requestPayloadBytes) {
      const message = `Request must be smaller than ${quotas.requestPayloadBytes} bytes for the InvokeFunction operation`;
      respond(refused(413, 'RequestEntityTooLargeException', message, { Type: 'User' }), {
        rules: TOO_LARGE,
      });
      return;
    }
    const fault = this.#payloadFault(event);
    if (fault !== undefined) {
      const message = `Could not parse request body into json: Could not parse payload into json: ${fault}`;
      const error = refused(400, 'InvalidRequestContentException', message, { Type: 'User' });
      respond(error, { rules: INVALID_CONTENT });
      return;
    }
    if (type === 'DryRun') {
      respond(succeeded({ StatusCode: 204 }, 204));
      return;
    }
    if (this.#concurrency >= quotas.concurrentExecutions) {
      this.#throttle(target, call, respond);
      return;
    }
    this.#concurrency++;
    target.invoke({
      requestNumber: call.requestNumber,
      requestId: uuidAt(kernel.trace.seed, call.requestNumber),
      event,
      record: call.record,
      answer: ({ record }) => {
        this.#concurrency--;
        respond(succeeded(undefined), { cause: record, outputInCause: true });
      },
    });
  }

  #throttle(target: LambdaFunction, call: ServiceCall, respond: Respond): void {
    const { kernel, quotas } = this.#context;
    const reason = 'ConcurrentInvocationLimitExceeded';
    const record = kernel.trace.append(
      throttleRecord,
      kernel.now,
      {
        functionName: target.configuration.functionName,
        reason,
        limit: quotas.concurrentExecutions,
        inUse: this.#concurrency,
      },
      { cause: call.record, rules: THROTTLED },
    );
    const fields = { Reason: reason, Type: 'User' };
    respond(refused(429, 'TooManyRequestsException', 'Rate Exceeded.', fields), {
      cause: record,
      rules: THROTTLED,
    });
  }

  /** Why the text is no JSON; undefined when it is. */
  #payloadFault(text: string): string | undefined {
    if (text === this.#validPayload) return undefined;
    try {
      JSON.parse(text);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.#validPayload = text;
    return undefined;
  }
}

/** A string is the payload's own text, as the API takes it; any other value stands for its JSON text. */
function payloadText(payload: unknown): string {
  if (payload === undefined || payload === '') return '{}';
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}

function invocationTypeMessage(type: unknown): string {
  return type === 'Event'
    ? 'InvocationType Event (asynchronous) is not simulated: send RequestResponse or DryRun.'
    : `InvocationType must be RequestResponse, Event or DryRun, not ${JSON.stringify(type)}.`;
}
