/** One metric of one resource: what happened in each minute. */
export interface Metric {
  /** Sum of all samples (Max metrics: the highest). */
  readonly sum: number;
  /** Minute from the start, and the value of that minute: the sum, or the highest for concurrency. */
  readonly samples: readonly (readonly [minute: number, value: number])[];
}

/** How the samples of a minute make its value. */
export type Statistic = 'sum' | 'maximum';

/** Collects samples into one-minute points. */
export class MetricPoints {
  readonly #statistic: Statistic;
  readonly #minutes = new Map<number, number>();

  constructor(statistic: Statistic) {
    this.#statistic = statistic;
  }

  /** `at` in microseconds of virtual time. */
  add(at: number, value: number): void {
    const minute = Math.floor(at / 60_000_000);
    const before = this.#minutes.get(minute);
    const sum = this.#statistic === 'sum';
    this.#minutes.set(minute, before === undefined ? value : sum ? before + value : Math.max(before, value));
  }

  get metric(): Metric {
    const samples = [...this.#minutes]
      .sort(([a], [b]) => a - b)
      .map(([minute, value]) => [minute, thousandths(value)] as const);
    const values = samples.map(([, value]) => value);
    const sum =
      this.#statistic === 'sum'
        ? values.reduce((total, value) => total + value, 0)
        : values.reduce((highest, value) => Math.max(highest, value), 0);
    return { sum: thousandths(sum), samples };
  }
}

/** Drops what adding up binary fractions leaves behind: no metric is finer than a thousandth. */
function thousandths(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
