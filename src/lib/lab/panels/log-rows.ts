/** Log lines as rows of one height, filtered. */
import type { LogLineView } from '$lib/worker/protocol';
import { formatTimestamp } from '../time-format';

export interface LogFilter {
  /** Any part of the message, upper and lower case alike. */
  readonly text: string;
  /** A log stream; empty for all. */
  readonly stream: string;
  /** `platform` for what Lambda itself writes, else a level; empty for all. */
  readonly level: string;
}

/** One row: a message with several lines takes several. */
export interface LogRow {
  readonly line: LogLineView;
  readonly text: string;
  /** The first row of its message carries the timestamp. */
  readonly first: boolean;
}

export function filterLines(lines: readonly LogLineView[], filter: LogFilter): LogLineView[] {
  const wanted = filter.text.toLowerCase();
  return lines.filter(
    (line) =>
      (filter.stream === '' || line.stream === filter.stream) &&
      (filter.level === '' || (line.kind === 'platform' ? 'platform' : line.level) === filter.level) &&
      (wanted === '' || line.message.toLowerCase().includes(wanted)),
  );
}

/** A message of more rows than this is cut: it can still be copied whole. */
const ROWS_MAX = 200;

export function rowsOf(lines: readonly LogLineView[]): LogRow[] {
  return lines.flatMap((line) => {
    const parts = line.message.replace(/\r?\n$/, '').split(/\r?\n/, ROWS_MAX);
    return parts.map((text, index) => ({ line, text, first: index === 0 }));
  });
}

/** As CloudWatch's console copies it: timestamp and message. */
export function copiedLine({ timestamp, message }: LogLineView): string {
  return `${formatTimestamp(timestamp)}\t${message.replace(/\r?\n$/, '')}`;
}

/** The streams that there are, oldest first, each with its environment. */
export function streamsOf(lines: readonly LogLineView[]): { stream: string; environment: number }[] {
  const streams = new Map(lines.map(({ stream, environment }) => [stream, environment]));
  return [...streams].map(([stream, environment]) => ({ stream, environment }));
}

export function levelsOf(lines: readonly LogLineView[]): string[] {
  const levels = new Set(lines.map(({ kind, level }) => (kind === 'platform' ? 'platform' : level)));
  return [...levels].filter((level) => level !== undefined);
}
