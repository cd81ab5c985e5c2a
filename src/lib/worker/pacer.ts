import type { Simulation } from '$lib/scenario/simulation';
import { microseconds, type Microseconds } from '$lib/kernel/units';
import type { Speed } from './protocol';

/** How long the worker runs before it looks at its messages again. */
const SLICE_MS = 12;
/** How often a paced run moves on. */
const FRAME_MS = 16;

/** What the simulation is to run towards. Each call runs one slice and says whether the goal is reached. */
type Goal = (pause: () => boolean) => boolean;

/** Real time, injected: the simulation itself never sees it. */
export interface RealTime {
  /** Milliseconds, rising. */
  now(): number;
  /** Calls back after a delay in milliseconds, other messages first. */
  later(action: () => void, delayMs: number): void;
}

/**
 * Runs a simulation in slices of real time, so that the worker stays answerable: as fast as it goes towards a goal,
 * or at a speed until paused.
 */
export class Pacer {
  readonly #time: RealTime;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  /** Counts runs: a slice of an earlier one does nothing. */
  #run = 0;
  #state: 'paused' | 'running' | 'playing' = 'paused';
  #finish: (() => void) | undefined;

  constructor(time: RealTime, changed: () => void, failed: (error: unknown) => void) {
    this.#time = time;
    this.#changed = changed;
    this.#failed = failed;
  }

  get state(): 'paused' | 'running' | 'playing' {
    return this.#state;
  }

  /** As fast as it goes until `goal` is reached; resolves then, or when paused. */
  run(goal: Goal): Promise<void> {
    this.pause();
    return new Promise((resolve) => {
      this.#finish = resolve;
      this.#state = 'running';
      this.#slice(++this.#run, goal, 0);
    });
  }

  /** Moves on at `speed` virtual seconds a real second until paused, or until nothing is left to happen. */
  play(simulation: Simulation, speed: Speed): void {
    this.pause();
    this.#state = 'playing';
    const startedAt = this.#time.now();
    const from = simulation.now;
    const target = (): Microseconds =>
      speed === 'max'
        ? (simulation.nextAt ?? simulation.now)
        : microseconds(from + (this.#time.now() - startedAt) * 1_000 * speed);
    const goal: Goal = (pause) => {
      while (!pause()) {
        const until = target();
        simulation.runUntil(until, pause);
        if (speed !== 'max') return false;
        if (simulation.nextAt === undefined) return true;
      }
      return false;
    };
    this.#slice(++this.#run, goal, speed === 'max' ? 0 : FRAME_MS);
  }

  pause(): void {
    this.#run++;
    this.#state = 'paused';
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.();
    this.#changed();
  }

  #slice(run: number, goal: Goal, delayMs: number): void {
    if (run !== this.#run) return;
    const end = this.#time.now() + SLICE_MS;
    let reached: boolean;
    try {
      reached = goal(() => this.#time.now() >= end);
    } catch (error) {
      this.#failed(error);
      this.pause();
      return;
    }
    if (reached) this.pause();
    else {
      this.#changed();
      this.#time.later(() => this.#slice(run, goal, delayMs), delayMs);
    }
  }
}
