import { formatDuration } from '$lib/scenario/duration';
import { milliseconds } from '$lib/kernel/units';
import type { Report, ReportedResponse } from '$lib/scenario/report';

/** How many entries of a list are shown, unless all are asked for. */
const SHOWN_MAX = 20;

export interface SummaryOptions {
  /** How long the run took, in real seconds. */
  readonly seconds: number;
  readonly all: boolean;
}

/** A report for people: what was answered, logged, kept and paid, and the rules behind it. */
export function summary(result: Report, { seconds, all }: SummaryOptions): string {
  const most = all ? Infinity : SHOWN_MAX;
  const { responseCounts: counts, bill } = result;
  const rules = Object.entries(result.rules).sort(([, a], [, b]) => b - a);
  const logs = Object.entries(result.logs).flatMap(([group, lines]) => [
    group,
    ...shown(
      lines,
      most,
      (line) =>
        `  ${at(line.timestamp)}  ${line.message
          .trimEnd()
          .replaceAll('\t', '  ')
          .replaceAll('\n', '\n' + ' '.repeat(14))}`,
    ),
  ]);
  return [
    `${result.scenario}: ${formatDuration(milliseconds(result.endedAt))} of virtual time in ${seconds.toFixed(2)} s`,
    section(`Responses: ${counts.total}${statuses(counts)}`, shown(result.responses, most, responseLine)),
    section('Logs', logs),
    section(
      `Execution environments: ${result.environments.length}`,
      shown(
        result.environments,
        most,
        ({ function: name, id, startedAt, endedAt, invocations, reason }) =>
          `  ${at(startedAt)}  ${name} #${id}  invocations: ${invocations}  ${endedAt === null ? 'still there' : `ended at ${at(endedAt).trim()}${reason === null ? '' : ` (${reason})`}`}`,
      ),
    ),
    section('Bill', [
      `  ${bill.requests} requests, ${bill.gbSeconds} GB-seconds: ${bill.usd.toFixed(9)} USD before the free tier`,
    ]),
    section(
      `Rules that decided it: ${rules.length}`,
      rules.map(([id, times]) => `  ${String(times).padStart(9)} × ${id}`),
    ),
    `\nTrace ${result.traceHash}\n`,
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return ['', title, ...lines].join('\n');
}

function shown<Item>(items: readonly Item[], most: number, line: (item: Item) => string): string[] {
  const lines = items.slice(0, most).map(line);
  return items.length > most ? [...lines, `  … and ${items.length - most} more`] : lines;
}

/** Milliseconds from the start, right-aligned: `   179.00 ms`. */
function at(time: number): string {
  return `${time.toFixed(2).padStart(10)} ms`;
}

function statuses({ byStatus, functionErrors }: Report['responseCounts']): string {
  const parts = Object.entries(byStatus).map(([status, count]) => `${count} × ${status}`);
  if (functionErrors > 0) parts.push(`function errors: ${functionErrors}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function responseLine({ at: time, call, status, output, error }: ReportedResponse): string {
  const said = status === undefined ? 'not answered yet' : `${status}  ${JSON.stringify(error ?? output)}`;
  return `  ${at(time)}  ${call}  ${said.length > 300 ? `${said.slice(0, 300)}…` : said}`;
}
