import { Newest } from '$lib/kernel/trace/newest';
import type { Projection } from '$lib/kernel/trace/projection';
import { isKind, type TraceRecord } from '$lib/kernel/trace/record-kind';
import { toMilliseconds } from '$lib/kernel/units';
import type { LogLine } from '../../logs/log-line';
import { environmentRecord, initEndRecord, initStartRecord } from '../records/environment';
import { logRecord, reportRecord, startRecord, stdoutRecord } from '../records/invocation';
import { endLine, initReportLine, initStartLine, reportLine, startLine } from './platform-lines';

interface Stream {
  readonly group: string;
  readonly stream: string;
  readonly runtime: string;
}

/** Before the first request the runtime has no id to print: the word for that changed with Node.js 24. */
const NO_REQUEST_ID: Readonly<Record<string, string>> = {
  'nodejs20.x': 'undefined',
  'nodejs22.x': 'undefined',
};

/** The functions' log streams in CloudWatch Logs, text format. */
export class LogLines implements Projection {
  readonly lines: Newest<LogLine>;
  readonly #epochMs: number;
  readonly #region: string;
  readonly #streams = new Map<number, Stream>();

  constructor({ max, epochMs, region }: { max: number; epochMs: number; region: string }) {
    this.lines = new Newest(max);
    this.#epochMs = epochMs;
    this.#region = region;
  }

  take(record: TraceRecord): void {
    if (isKind(record, environmentRecord)) {
      const { environment, logGroup, logStream, runtime } = record.values;
      this.#streams.set(environment, { group: logGroup, stream: logStream, runtime });
    } else if (isKind(record, initStartRecord)) {
      const { environment, phase } = record.values;
      const runtime = this.#streams.get(environment)?.runtime ?? '';
      if (phase === 'init') this.#platform(record, environment, initStartLine(runtime, this.#region));
    } else if (isKind(record, initEndRecord)) {
      const { environment, duration, phase, status, errorType } = record.values;
      if (status !== 'success')
        this.#platform(record, environment, initReportLine(duration, phase, status, errorType));
    } else if (isKind(record, startRecord)) {
      const { environment, requestId, version } = record.values;
      this.#platform(record, environment, startLine(requestId, version), requestId);
    } else if (isKind(record, reportRecord)) {
      const { environment, requestId } = record.values;
      this.#platform(record, environment, endLine(requestId), requestId);
      this.#platform(record, environment, reportLine(record.values), requestId);
    } else if (isKind(record, logRecord)) {
      const { environment, requestId, level, message } = record.values;
      const runtime = this.#streams.get(environment)?.runtime ?? '';
      const id = requestId ?? NO_REQUEST_ID[runtime] ?? '-';
      const time = new Date(this.#timestamp(record)).toISOString();
      this.#push(record, environment, `${time}\t${id}\t${level}\t${message}\n`, level, requestId);
    } else if (isKind(record, stdoutRecord)) {
      const { environment, text } = record.values;
      for (const line of text.replace(/\n$/, '').split('\n'))
        this.#push(record, environment, `${line}\n`, undefined, undefined);
    }
  }

  #platform(record: TraceRecord, environment: number, message: string, requestId?: string): void {
    this.#add(record, environment, { message, kind: 'platform', level: undefined, requestId });
  }

  #push(
    record: TraceRecord,
    environment: number,
    message: string,
    level: string | undefined,
    requestId: string | undefined,
  ): void {
    this.#add(record, environment, { message, kind: 'application', level, requestId });
  }

  #add(
    record: TraceRecord,
    environment: number,
    line: Pick<LogLine, 'message' | 'kind' | 'level' | 'requestId'>,
  ): void {
    const stream = this.#streams.get(environment);
    if (!stream) throw new Error(`environment ${environment} logs before it exists`);
    const { group, stream: name } = stream;
    const timestamp = this.#timestamp(record);
    this.lines.push({
      record: record.id,
      at: record.at,
      timestamp,
      group,
      stream: name,
      environment,
      ...line,
    });
  }

  #timestamp(record: TraceRecord): number {
    return this.#epochMs + Math.floor(toMilliseconds(record.at));
  }
}
