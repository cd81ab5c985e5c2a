import type { Microseconds } from '$lib/kernel/units';
import { microseconds, ZERO_TIME } from '$lib/kernel/units';

/** CPU time that 10,000 branches of QuickJS stand for, on one whole vCPU. */
const TICK_MICROSECONDS = 100;

/**
 * A simplification: within one turn, after this many ticks, time runs ever faster. An endless loop reaches even a
 * deadline of 15 minutes after some 8,500 ticks, a few seconds of real time, and always at the same instruction.
 */
const EVEN_TICKS = 2_000;
const DOUBLING_TICKS = 500;

/** Turns interrupts of QuickJS into virtual CPU time. Deterministic: it never looks at a real clock. */
export class Meter {
  private start: Microseconds = ZERO_TIME;
  private deadline: Microseconds = ZERO_TIME;
  /** Ticks used in this turn; host calls add fractions. */
  private ticks = 0;
  /** The same after acceleration. */
  private weighted = 0;

  constructor(private readonly cpuShare: number) {}

  begin(now: Microseconds, deadline: Microseconds): void {
    this.start = now;
    this.deadline = deadline;
    this.ticks = 0;
    this.weighted = 0;
  }

  /** Charges CPU time: 1 for an interrupt, fractions for host calls. */
  charge(ticks: number): void {
    const doublings = Math.max(0, Math.floor((this.ticks - EVEN_TICKS) / DOUBLING_TICKS));
    this.ticks += ticks;
    this.weighted += ticks * 2 ** doublings;
  }

  /** The present, not later than the deadline. */
  get now(): Microseconds {
    const now = microseconds(this.start + (this.weighted * TICK_MICROSECONDS) / this.cpuShare);
    return now < this.deadline ? now : this.deadline;
  }

  get isOver(): boolean {
    return this.start + (this.weighted * TICK_MICROSECONDS) / this.cpuShare >= this.deadline;
  }

  /** Milliseconds until the deadline. */
  get remaining(): number {
    return Math.ceil((this.deadline - this.now) / 1_000);
  }
}
