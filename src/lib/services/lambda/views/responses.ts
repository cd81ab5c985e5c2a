import { callRecord, responseRecord } from '$lib/aws/records';
import { Newest } from '$lib/kernel/trace/newest';
import type { Projection } from '$lib/kernel/trace/projection';
import { isKind, type RecordId, type TraceRecord } from '$lib/kernel/trace/record-kind';
import { parsePosition, type Position } from '$lib/kernel/position';
import { toMilliseconds, type Microseconds } from '$lib/kernel/units';
import { reportRecord, resultRecord, startRecord } from '../records/invocation';

/** A call and its answer. */
export interface ResponseView {
  /** The call's record. */
  readonly record: RecordId;
  /** The record that tells best how it came out: the invocation’s report, else the response, else the call. */
  readonly outcome: RecordId;
  readonly requestId: string;
  /** `lambda:Invoke` */
  readonly call: string;
  readonly at: Microseconds;
  readonly endedAt: Microseconds | undefined;
  /** HTTP status; undefined while it waits. */
  readonly status: number | undefined;
  readonly functionName: string | undefined;
  readonly functionError: string | undefined;
  /** JSON text of the event that was sent, or of the other call's input. */
  readonly input: string;
  /** JSON text of the function's payload, of the output, or of the error. */
  readonly payload: string | undefined;
  /** Error code, where the call was refused. */
  readonly error: string | undefined;
  readonly cold: boolean | undefined;
  readonly environment: number | undefined;
  readonly durationMs: number | undefined;
  readonly billedMs: number | undefined;
  readonly initMs: number | undefined;
  readonly maxMemoryUsedMB: number | undefined;
  /** Where in the learner's code the error happened; lines and columns from 1. */
  readonly position: Position | undefined;
}

interface Entry {
  view: ResponseView;
}

/** Every call with its answer, in the order of the calls. */
export class Responses implements Projection {
  readonly #entries: Newest<Entry>;
  readonly #byStatus = new Map<number, number>();
  #functionErrors = 0;
  /** Calls whose answer or report has not come yet. */
  readonly #open = new Map<string, Entry>();

  constructor(max: number) {
    this.#entries = new Newest(max);
  }

  get total(): number {
    return this.#entries.total;
  }

  /** How many calls were answered with each HTTP status. */
  get byStatus(): ReadonlyMap<number, number> {
    return this.#byStatus;
  }

  /** Invocations answered with a function error. */
  get functionErrors(): number {
    return this.#functionErrors;
  }

  /** Oldest first. */
  get newest(): readonly ResponseView[] {
    return this.#entries.items.map(({ view }) => view);
  }

  take(record: TraceRecord): void {
    if (isKind(record, callRecord)) this.#take(record);
    else if (isKind(record, startRecord)) {
      const { requestId, environment, cold } = record.values;
      this.#change(requestId, { environment, cold });
    } else if (isKind(record, resultRecord)) {
      const { requestId, payload, functionError, position } = record.values;
      const parsed = position === undefined ? undefined : parsePosition(position);
      if (functionError !== undefined) this.#functionErrors++;
      this.#change(requestId, { payload, functionError, position: parsed });
    } else if (isKind(record, responseRecord)) {
      const { requestId, status, output, error, message, fields } = record.values;
      this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
      const refusal = error === undefined ? {} : { error, payload: errorText(error, message, fields) };
      const answer = output === undefined ? refusal : { payload: output };
      this.#change(requestId, { outcome: record.id, endedAt: record.at, status, ...answer });
      // An invocation's report comes after its answer.
      if (this.#open.get(requestId)?.view.environment === undefined) this.#open.delete(requestId);
    } else if (isKind(record, reportRecord)) {
      const { requestId, duration, billedMs, initDuration, maxMemoryUsedMB } = record.values;
      this.#change(requestId, {
        outcome: record.id,
        durationMs: toMilliseconds(duration),
        billedMs,
        initMs: initDuration === undefined ? undefined : toMilliseconds(initDuration),
        maxMemoryUsedMB,
      });
      this.#open.delete(requestId);
    }
  }

  #take(record: TraceRecord<(typeof callRecord)['fields']>): void {
    const { requestId, service, action, resource, input } = record.values;
    const entry: Entry = {
      view: {
        record: record.id,
        outcome: record.id,
        requestId,
        call: `${service}:${action}`,
        at: record.at,
        endedAt: undefined,
        status: undefined,
        functionName: resource,
        functionError: undefined,
        input,
        payload: undefined,
        error: undefined,
        cold: undefined,
        environment: undefined,
        durationMs: undefined,
        billedMs: undefined,
        initMs: undefined,
        maxMemoryUsedMB: undefined,
        position: undefined,
      },
    };
    this.#entries.push(entry);
    this.#open.set(requestId, entry);
  }

  #change(requestId: string, change: Partial<ResponseView>): void {
    const entry = this.#open.get(requestId);
    if (entry) entry.view = { ...entry.view, ...change };
  }
}

/** The error's body, as AWS words it: the code by `name`, the message, and the error's own members. */
function errorText(name: string, message: string | undefined, fields: string | undefined): string {
  const further: unknown = fields === undefined ? {} : JSON.parse(fields);
  return JSON.stringify({ name, message, ...(typeof further === 'object' && further) });
}
