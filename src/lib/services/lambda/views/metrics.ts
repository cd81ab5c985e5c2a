import type { Projection } from '$lib/kernel/trace/projection';
import { isKind, type TraceRecord } from '$lib/kernel/trace/record-kind';
import { toMilliseconds, type Microseconds } from '$lib/kernel/units';
import { MetricPoints, type Metric, type Statistic } from '../../cloudwatch/metrics';
import {
  functionRecord,
  reportRecord,
  resultRecord,
  startRecord,
  throttleRecord,
} from '../records/invocation';
import { Concurrency } from './concurrency';

const STATISTICS = {
  Invocations: 'sum',
  Errors: 'sum',
  Throttles: 'sum',
  Duration: 'sum',
  ConcurrentExecutions: 'maximum',
} as const satisfies Readonly<Record<string, Statistic>>;

export type LambdaMetricName = keyof typeof STATISTICS;
export type LambdaMetrics = Readonly<Record<LambdaMetricName, Metric>>;

interface Running {
  readonly startedAt: Microseconds;
  failed: boolean;
}

/** AWS/Lambda, dimension FunctionName: what each metric counts, and what it does not. */
export class Metrics implements Projection {
  readonly #functions = new Map<string, Record<LambdaMetricName, MetricPoints>>();
  /** By environment: each serves one event at a time. */
  readonly #running = new Map<number, Running>();
  readonly #concurrency = new Concurrency();

  get views(): ReadonlyMap<string, LambdaMetrics> {
    return new Map(
      [...this.#functions].map(
        ([name, { Invocations, Errors, Throttles, Duration, ConcurrentExecutions }]) => [
          name,
          {
            Invocations: Invocations.metric,
            Errors: Errors.metric,
            Throttles: Throttles.metric,
            Duration: Duration.metric,
            ConcurrentExecutions: ConcurrentExecutions.metric,
          },
        ],
      ),
    );
  }

  take(record: TraceRecord): void {
    const change = this.#concurrency.take(record);
    if (change) this.#points(change.functionName).ConcurrentExecutions.add(record.at, change.ofFunction);
    if (isKind(record, functionRecord)) this.#points(record.values.functionName);
    else if (isKind(record, startRecord)) {
      const { environment, functionName } = record.values;
      this.#running.set(environment, { startedAt: record.at, failed: false });
      this.#points(functionName).Invocations.add(record.at, 1);
    } else if (isKind(record, resultRecord)) {
      const running = this.#running.get(record.values.environment);
      if (running && record.values.functionError !== undefined) running.failed = true;
    } else if (isKind(record, reportRecord)) {
      const { environment, functionName, duration } = record.values;
      const running = this.#running.get(environment);
      this.#running.delete(environment);
      const points = this.#points(functionName);
      points.Duration.add(record.at, toMilliseconds(duration));
      // Stamped at the start of the invocation that failed.
      points.Errors.add(running?.startedAt ?? record.at, running?.failed ? 1 : 0);
    } else if (isKind(record, throttleRecord)) {
      this.#points(record.values.functionName).Throttles.add(record.at, 1);
    }
  }

  #points(functionName: string): Record<LambdaMetricName, MetricPoints> {
    let points = this.#functions.get(functionName);
    if (!points) {
      points = {
        Invocations: new MetricPoints(STATISTICS.Invocations),
        Errors: new MetricPoints(STATISTICS.Errors),
        Throttles: new MetricPoints(STATISTICS.Throttles),
        Duration: new MetricPoints(STATISTICS.Duration),
        ConcurrentExecutions: new MetricPoints(STATISTICS.ConcurrentExecutions),
      };
      this.#functions.set(functionName, points);
    }
    return points;
  }
}
