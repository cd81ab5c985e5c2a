import type { RecordId } from '$lib/kernel/trace/record-kind';

/** What Invoke answers for a function error, by today's runtimes: never `Handled`. */
export type FunctionError = 'Unhandled';

/** An event on its way to a handler. */
export interface Invocation {
  /** Number of the request id; {@link requestId} is its UUID. */
  readonly requestNumber: number;
  readonly requestId: string;
  /** JSON text of the event. */
  readonly event: string;
  /** The call's record. */
  readonly record: RecordId;
  /** Called once, at the virtual time at which the function answers. */
  answer(result: { readonly functionError: FunctionError | undefined; readonly record: RecordId }): void;
}

/** A function error: what the caller gets, what the log names, which rules say so. */
export interface Failure {
  readonly errorType: string;
  /** JSON text. */
  readonly payload: string;
  /** `index.mjs:3:12`, in the learner's own code. */
  readonly position: string | undefined;
  readonly rules: readonly string[];
}
