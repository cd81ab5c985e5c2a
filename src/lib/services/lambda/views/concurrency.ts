import { isKind, type TraceRecord } from '$lib/kernel/trace/record-kind';
import { environmentRecord, initStartRecord } from '../records/environment';
import { reportRecord, startRecord } from '../records/invocation';

/** A change in how many environments are at work. */
export interface ConcurrencyChange {
  readonly functionName: string;
  /** At work for this function. */
  readonly ofFunction: number;
  /** At work for all functions together. */
  readonly total: number;
}

/** Counts the environments at work: from the moment an event is given to one, its init included, to its report. */
export class Concurrency {
  readonly #busy = new Set<number>();
  readonly #byFunction = new Map<string, number>();

  /** What the record changes; undefined when it changes nothing. */
  take(record: TraceRecord): ConcurrencyChange | undefined {
    if (isKind(record, environmentRecord) || isKind(record, initStartRecord) || isKind(record, startRecord))
      return this.#set(record.values, true);
    return isKind(record, reportRecord) ? this.#set(record.values, false) : undefined;
  }

  #set(
    { environment, functionName }: { readonly environment: number; readonly functionName: string },
    busy: boolean,
  ): ConcurrencyChange | undefined {
    if (this.#busy.has(environment) === busy) return undefined;
    if (busy) this.#busy.add(environment);
    else this.#busy.delete(environment);
    const ofFunction = (this.#byFunction.get(functionName) ?? 0) + (busy ? 1 : -1);
    this.#byFunction.set(functionName, ofFunction);
    return { functionName, ofFunction, total: this.#busy.size };
  }
}
