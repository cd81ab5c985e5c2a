import type { Projection } from '$lib/kernel/trace/projection';
import type { TraceRecord } from '$lib/kernel/trace/record-kind';
import { Bill } from './bill';
import { Environments } from './environments';
import { LogLines } from './log-lines';
import { Metrics } from './metrics';
import { Responses } from './responses';
import { Timeline } from './timeline';

export interface ViewOptions {
  readonly concurrencyLimit: number;
  readonly epochMs: number;
  readonly region: string;
  /** How many of the newest responses and log lines are kept. */
  readonly responsesMax: number;
  readonly logLinesMax: number;
}

/** Everything that is shown of Lambda, read from the trace together. */
export class LambdaViews implements Projection {
  readonly environments = new Environments();
  readonly timeline: Timeline;
  readonly responses: Responses;
  readonly logs: LogLines;
  readonly metrics = new Metrics();
  readonly bill = new Bill();

  constructor({ concurrencyLimit, epochMs, region, responsesMax, logLinesMax }: ViewOptions) {
    this.timeline = new Timeline(concurrencyLimit);
    this.responses = new Responses(responsesMax);
    this.logs = new LogLines({ max: logLinesMax, epochMs, region });
  }

  take(record: TraceRecord): void {
    this.environments.take(record);
    this.timeline.take(record);
    this.responses.take(record);
    this.logs.take(record);
    this.metrics.take(record);
    this.bill.take(record);
  }
}
