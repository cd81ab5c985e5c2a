import TinyQueue from 'tinyqueue';
import type { Microseconds } from './units';

/** Something that will happen at a virtual time. Keep it to cancel it. */
export interface ScheduledEvent {
  readonly at: Microseconds;
  /** Order of scheduling: events at the same time run in it. */
  readonly sequence: number;
  run: (() => void) | undefined;
}

/** Cancelled events are swept out once there are this many and they outnumber the live ones. */
const SWEEP_FROM = 1_024;

/** A time-ordered queue with a stable order for equal times; cancelling is O(1). */
export class EventQueue {
  #heap = new TinyQueue<ScheduledEvent>([], earlierFirst);
  #sequence = 0;
  #cancelled = 0;

  /** How many events are still to come. */
  get size(): number {
    return this.#heap.length - this.#cancelled;
  }

  add(at: Microseconds, run: () => void): ScheduledEvent {
    const event: ScheduledEvent = { at, sequence: this.#sequence++, run };
    this.#heap.push(event);
    return event;
  }

  /** Cancelling twice, or after the event ran, does nothing. */
  cancel(event: ScheduledEvent): void {
    if (event.run === undefined) return;
    event.run = undefined;
    this.#cancelled++;
    if (this.#cancelled > SWEEP_FROM && this.#cancelled * 2 > this.#heap.length) this.#sweep();
  }

  /** The next event, left in the queue. */
  peek(): ScheduledEvent | undefined {
    this.#dropCancelled();
    return this.#heap.peek();
  }

  /** Takes the next event out and returns its action, ready to be run. */
  pop(): { readonly at: Microseconds; readonly run: () => void } | undefined {
    this.#dropCancelled();
    const event = this.#heap.pop();
    const run = event?.run;
    if (!event || !run) return undefined;
    event.run = undefined;
    return { at: event.at, run };
  }

  #dropCancelled(): void {
    for (let next = this.#heap.peek(); next && next.run === undefined; next = this.#heap.peek()) {
      this.#heap.pop();
      this.#cancelled--;
    }
  }

  #sweep(): void {
    this.#heap = new TinyQueue(
      this.#heap.data.filter((event) => event.run !== undefined),
      earlierFirst,
    );
    this.#cancelled = 0;
  }
}

function earlierFirst(a: ScheduledEvent, b: ScheduledEvent): number {
  return a.at - b.at || a.sequence - b.sequence;
}
