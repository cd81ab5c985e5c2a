import type { Microseconds } from '$lib/kernel/units';

interface Timer {
  readonly id: number;
  readonly due: Microseconds;
  readonly sequence: number;
  /** Keeps the process alive: false after unref(). */
  counts: boolean;
  /** The invocation in which it was set. */
  readonly requestId: string | undefined;
}

/** The timers of one isolate, by due time and then by the order in which they were set. */
export class Timers {
  private readonly pending = new Map<number, Timer>();
  private sequence = 0;

  set(id: number, due: Microseconds, counts: boolean, requestId: string | undefined): void {
    this.pending.set(id, { id, due, counts, requestId, sequence: this.sequence++ });
  }

  clear(id: number): void {
    this.pending.delete(id);
  }

  setCounts(id: number, counts: boolean): void {
    const timer = this.pending.get(id);
    if (timer) timer.counts = counts;
  }

  get keepsAlive(): boolean {
    for (const { counts } of this.pending.values()) if (counts) return true;
    return false;
  }

  get earliest(): Microseconds | undefined {
    return this.first()?.due;
  }

  /** Takes out the first timer that is due at `now` and was set before `before`. */
  takeDue(now: Microseconds, before: number): Timer | undefined {
    const timer = this.first();
    if (!timer || timer.due > now || timer.sequence >= before) return undefined;
    this.pending.delete(timer.id);
    return timer;
  }

  /** Timers set from here on have this number or a greater one. */
  get mark(): number {
    return this.sequence;
  }

  private first(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.pending.values()) {
      if (!first || timer.due < first.due || (timer.due === first.due && timer.sequence < first.sequence))
        first = timer;
    }
    return first;
  }
}
