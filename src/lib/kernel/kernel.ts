import { EventQueue, type ScheduledEvent } from './event-queue';
import { RandomStreams } from './random';
import { Trace } from './trace/trace';
import { after, ZERO_TIME, type Microseconds } from './units';

/** Beyond this many events at one instant, the simulation is going round in circles. */
const EVENTS_AT_ONE_INSTANT_MAX = 5_000_000;

/** Asked between events: should the run pause here? Outside the simulation only (it may look at a real clock). */
export type Pause = () => boolean;

export const never: Pause = () => false;

/**
 * The world's time, chance and memory. Events run one after another in the order of their times (equal times: in
 * the order in which they were scheduled); time moves only by running them. It knows nothing of AWS.
 */
export class Kernel {
  readonly random: RandomStreams;
  readonly trace: Trace;
  #now: Microseconds = ZERO_TIME;
  #queue = new EventQueue();
  #eventsAtThisInstant = 0;

  constructor(seed: number) {
    this.random = new RandomStreams(seed);
    this.trace = new Trace(seed);
  }

  get now(): Microseconds {
    return this.#now;
  }

  /** When the next event is due; undefined when nothing is to come. */
  get nextAt(): Microseconds | undefined {
    return this.#queue.peek()?.at;
  }

  get pending(): number {
    return this.#queue.size;
  }

  /** Runs `action` at `time`; a time in the past means now, after everything already due now. */
  at(time: Microseconds, action: () => void): ScheduledEvent {
    return this.#queue.add(time < this.#now ? this.#now : time, action);
  }

  after(delay: Microseconds, action: () => void): ScheduledEvent {
    return this.at(after(this.#now, delay), action);
  }

  cancel(event: ScheduledEvent): void {
    this.#queue.cancel(event);
  }

  /** Runs the next event. False when there is none. */
  step(): boolean {
    const event = this.#queue.pop();
    if (!event) return false;
    this.#moveTo(event.at);
    event.run();
    return true;
  }

  /**
   * Runs every event up to and including `until`, then sets the time to `until`. `pause` is asked before each event:
   * when it says so, this returns false and the time stays at the last event run, so that the caller can breathe.
   */
  runUntil(until: Microseconds, pause: Pause = never): boolean {
    for (let next = this.nextAt; next !== undefined && next <= until; next = this.nextAt) {
      if (pause()) return false;
      this.step();
    }
    if (until > this.#now) this.#moveTo(until);
    return true;
  }

  #moveTo(time: Microseconds): void {
    if (time < this.#now) throw new Error(`time would run backwards: ${time} is before ${this.#now}`);
    if (time > this.#now) this.#eventsAtThisInstant = 0;
    else if (++this.#eventsAtThisInstant > EVENTS_AT_ONE_INSTANT_MAX)
      throw new Error(`more than ${EVENTS_AT_ONE_INSTANT_MAX} events at ${time} µs: time stands still`);
    this.#now = time;
  }
}
