import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Microseconds } from '$lib/kernel/units';

/** One log event of CloudWatch Logs. */
export interface LogLine {
  /** The record that it tells. */
  readonly record: RecordId;
  readonly at: Microseconds;
  /** Milliseconds since 1970, virtual. */
  readonly timestamp: number;
  readonly group: string;
  readonly stream: string;
  readonly environment: number;
  /** As CloudWatch keeps it: with the line end that the runtime wrote. */
  readonly message: string;
  readonly kind: 'platform' | 'application';
  readonly level: string | undefined;
  readonly requestId: string | undefined;
}
