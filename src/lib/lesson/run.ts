/**
 * What a lesson's checks read: the learner's run, as the trace tells it. A thin layer over the lab's views that puts
 * together what belongs to one invocation: its event, its answer, its environment and the lines it logged.
 */
import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Microseconds } from '$lib/kernel/units';
import type { Json } from '$lib/scenario/json';
import type { EnvironmentState } from '$lib/services/lambda/views/environments';
import { member, parseJson } from './json';
import { readLines, type LogLine, type RunLogLine } from './log-lines';
import type { Files } from './types';

/** The parts of a response's view that lessons read. */
export interface RunResponse {
  readonly record: RecordId;
  readonly requestId: string;
  /** `lambda:Invoke`; other calls are no invocations. */
  readonly call: string;
  readonly at: Microseconds;
  readonly endedAt: Microseconds | undefined;
  readonly status: number | undefined;
  readonly functionName: string | undefined;
  readonly functionError: string | undefined;
  /** JSON text of the function's payload, or of the error. */
  readonly payload: string | undefined;
  readonly cold: boolean | undefined;
  readonly environment: number | undefined;
  readonly durationMs: number | undefined;
  readonly billedMs: number | undefined;
  readonly initMs: number | undefined;
}

/** The parts of an environment's view that lessons read. */
export interface RunEnvironment {
  readonly environment: number;
  readonly functionName: string;
  readonly state: EnvironmentState;
  readonly startedAt: Microseconds;
  readonly endedAt: Microseconds | undefined;
  readonly invocations: number;
  readonly tmpFiles: readonly { readonly path: string; readonly size: number }[];
}

/** The parts of the lab's view that lessons read. The lists have to be as long as a lesson's run. */
export interface RunView {
  readonly at: Microseconds;
  readonly environments: readonly RunEnvironment[];
  readonly responses: { readonly newest: readonly RunResponse[] };
  readonly logs: { readonly newest: readonly RunLogLine[] };
}

/** What the views do not hold. */
export interface RunExtra {
  /** JSON text that the call of this record sent; undefined when it sent nothing. */
  event(record: RecordId): string | undefined;
  /** When the code now running was deployed; 0 when it was never replaced. */
  readonly deployedAt: Microseconds;
  /** The code now deployed, by its path in the function's package (`index.mjs`). */
  readonly files: Files;
  /** What the learner typed, in steps that ask for something. */
  readonly answer?: string | undefined;
}

/** One answered call of a function. */
export interface Invocation {
  readonly requestId: string;
  readonly functionName: string;
  /** The event, parsed; undefined when the call sent none. */
  readonly event: Json | undefined;
  /** When the call was made. */
  readonly at: Microseconds;
  /** When its answer came. */
  readonly endedAt: Microseconds;
  /** HTTP status of the Invoke call: 200 also when the function failed. */
  readonly status: number;
  /** `Unhandled` when the function failed; undefined when it answered. */
  readonly functionError: string | undefined;
  /** The answer, parsed; undefined when the function failed. */
  readonly result: Json | undefined;
  /** The error payload, when the function failed. */
  readonly error: { readonly errorType: string; readonly errorMessage: string } | undefined;
  /** It began with an initialisation. */
  readonly cold: boolean;
  /** Number of the execution environment; undefined when none was reached (a throttle). */
  readonly environment: number | undefined;
  readonly durationMs: number | undefined;
  readonly billedMs: number | undefined;
  readonly initMs: number | undefined;
  /** Every line written while it ran, START to REPORT, whatever request id the line carries. */
  readonly lines: readonly LogLine[];
}

export interface LessonRun {
  /** Answered invocations, oldest first. */
  readonly invocations: readonly Invocation[];
  readonly environments: readonly RunEnvironment[];
  /** Every log line, oldest first. */
  readonly lines: readonly LogLine[];
  readonly files: Files;
  readonly deployedAt: Microseconds;
  readonly now: Microseconds;
  readonly answer: string | undefined;
}

export function lessonRun(view: RunView, extra: RunExtra): LessonRun {
  const lines = readLines(view.logs.newest);
  const invocations = view.responses.newest
    .flatMap((response) => readInvocation(response, extra.event(response.record), lines))
    .sort((a, b) => a.at - b.at || a.endedAt - b.endedAt);
  return {
    invocations,
    environments: view.environments,
    lines,
    files: extra.files,
    deployedAt: extra.deployedAt,
    now: view.at,
    answer: extra.answer,
  };
}

/** The part of the run that the code now deployed has done: what checks judge. */
export function sinceDeployment(run: LessonRun): LessonRun {
  const invocations = run.invocations.filter(({ at }) => at >= run.deployedAt);
  const ids = new Set(invocations.map(({ requestId }) => requestId));
  return {
    ...run,
    invocations,
    environments: run.environments.filter(({ startedAt }) => startedAt >= run.deployedAt),
    lines: run.lines.filter(({ at, during }) =>
      during === undefined ? at >= run.deployedAt : ids.has(during),
    ),
  };
}

function readInvocation(
  response: RunResponse,
  event: string | undefined,
  lines: readonly LogLine[],
): Invocation[] {
  if (response.call !== 'lambda:Invoke') return [];
  if (response.endedAt === undefined || response.status === undefined || response.functionName === undefined)
    return [];
  const payload = response.payload === undefined ? undefined : parseJson(response.payload);
  const failed = response.functionError !== undefined || response.status >= 400;
  return [
    {
      requestId: response.requestId,
      functionName: response.functionName,
      event: event === undefined ? undefined : parseJson(event),
      at: response.at,
      endedAt: response.endedAt,
      status: response.status,
      functionError: response.functionError,
      result: failed ? undefined : payload,
      error: failed ? readError(payload) : undefined,
      cold: response.cold ?? false,
      environment: response.environment,
      durationMs: response.durationMs,
      billedMs: response.billedMs,
      initMs: response.initMs,
      lines: lines.filter(({ during }) => during === response.requestId),
    },
  ];
}

function readError(payload: Json | undefined): Invocation['error'] {
  const text = (key: string) => {
    const value = member(payload, key);
    return typeof value === 'string' ? value : '';
  };
  return { errorType: text('errorType'), errorMessage: text('errorMessage') };
}
