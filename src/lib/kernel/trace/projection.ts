import type { Microseconds } from '../units';
import type { TraceRecord } from './record-kind';
import type { Trace } from './trace';

/** Something read from the trace: it takes the records one by one, in order, and keeps what it shows. */
export interface Projection {
  take(record: TraceRecord): void;
}

/** Moves a projection along a trace, forwards as the trace grows, or back by reading it again from the start. */
export class ProjectionCursor<P extends Projection> {
  readonly #trace: Trace;
  readonly #make: () => P;
  #projection: P;
  #position = 0;

  constructor(trace: Trace, make: () => P) {
    this.#trace = trace;
    this.#make = make;
    this.#projection = make();
  }

  /** The projection of everything up to and including `time`. */
  at(time: Microseconds): P {
    const target = this.#trace.positionAt(time);
    if (target < this.#position) {
      this.#projection = this.#make();
      this.#position = 0;
    }
    for (const record of this.#trace.records(this.#position, target)) this.#projection.take(record);
    this.#position = target;
    return this.#projection;
  }
}
