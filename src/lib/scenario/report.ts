import type { ResponseView } from '$lib/services/lambda/views/responses';
import { LambdaViews } from '$lib/services/lambda/views/lambda-views';
import type { LambdaMetrics } from '$lib/services/lambda/views/metrics';
import { toMilliseconds } from '$lib/kernel/units';
import { REGION } from '$lib/aws/account';
import type { Simulation } from './simulation';

/** Beyond this many calls the responses are summed up, unless they are asked for. */
const RESPONSES_MAX = 10_000;
/** The newest log lines that a report holds. */
const LOG_LINES_MAX = 100_000;

export interface ReportOptions {
  /** List every response, however many there are. */
  readonly responses?: boolean;
}

export interface ReportedResponse {
  /** Virtual milliseconds from the start, as everywhere in a report. */
  readonly at: number;
  readonly call: string;
  /** Left out while the answer has not come. */
  readonly status?: number;
  readonly output?: unknown;
  readonly error?: unknown;
  readonly requestId: string;
}

/** What a headless run tells: AWS's names, resources by logical ID. */
export interface Report {
  readonly scenario: string;
  readonly endedAt: number;
  readonly responses: readonly ReportedResponse[];
  readonly responseCounts: {
    readonly total: number;
    readonly listed: number;
    readonly byStatus: Readonly<Record<string, number>>;
    readonly functionErrors: number;
  };
  readonly logs: Readonly<Record<string, readonly { timestamp: number; stream: string; message: string }[]>>;
  readonly metrics: { readonly 'AWS/Lambda': Readonly<Record<string, LambdaMetrics>> };
  readonly environments: readonly {
    readonly function: string;
    readonly id: number;
    readonly initType: 'on-demand';
    readonly startedAt: number;
    readonly endedAt: number | null;
    readonly invocations: number;
    readonly reason: string | null;
  }[];
  readonly bill: { readonly requests: number; readonly gbSeconds: number; readonly usd: number };
  readonly traceHash: string;
  readonly rules: Readonly<Record<string, number>>;
}

/** Reads a whole run off its trace. */
export function report(simulation: Simulation, options: ReportOptions = {}): Report {
  const { scenario, trace, now } = simulation;
  const views = new LambdaViews({
    concurrencyLimit: simulation.quotas.concurrentExecutions,
    epochMs: scenario.startsAt,
    region: REGION,
    responsesMax: options.responses ? Infinity : RESPONSES_MAX,
    logLinesMax: LOG_LINES_MAX,
  });
  for (const record of trace.records()) views.take(record);
  const logicalId = logicalIds(simulation);
  const { responses } = views;
  const listed = options.responses || responses.total <= RESPONSES_MAX ? responses.newest : [];
  return {
    scenario: scenario.title,
    endedAt: toMilliseconds(now),
    responses: listed.map(reportedResponse),
    responseCounts: {
      total: responses.total,
      listed: listed.length,
      byStatus: Object.fromEntries(responses.byStatus),
      functionErrors: responses.functionErrors,
    },
    logs: logGroups(views, scenario.startsAt),
    metrics: {
      'AWS/Lambda': Object.fromEntries(
        [...views.metrics.views].map(([name, metrics]) => [logicalId(name), metrics]),
      ),
    },
    environments: views.environments.views.map((view) => ({
      function: logicalId(view.functionName),
      id: view.environment,
      initType: 'on-demand',
      startedAt: toMilliseconds(view.startedAt),
      endedAt: view.endedAt === undefined ? null : toMilliseconds(view.endedAt),
      invocations: view.invocations,
      reason: view.state === 'shutdown' ? (view.reason ?? null) : null,
    })),
    bill: views.bill.view,
    traceHash: trace.hash(),
    rules: Object.fromEntries(trace.ruleCounts()),
  };
}

function reportedResponse(view: ResponseView): ReportedResponse {
  const base = { at: toMilliseconds(view.at), call: view.call };
  const { status, requestId } = view;
  if (status === undefined) return { ...base, requestId };
  if (view.error !== undefined) return { ...base, status, error: parsed(view.payload), requestId };
  const output =
    view.call === 'lambda:Invoke' && view.environment !== undefined
      ? invokeOutput(view)
      : parsed(view.payload);
  return { ...base, status, output, requestId };
}

/** The output of Invoke. `Payload` is the text that the API would send. */
function invokeOutput({ status, functionError, payload }: ResponseView): unknown {
  return {
    StatusCode: status,
    ...(functionError !== undefined && { FunctionError: functionError }),
    ExecutedVersion: '$LATEST',
    Payload: payload,
  };
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? null : JSON.parse(text);
}

function logGroups(views: LambdaViews, epochMs: number): Report['logs'] {
  const groups = new Map<string, { timestamp: number; stream: string; message: string }[]>();
  for (const { group, stream, message, timestamp } of views.logs.lines.items) {
    const lines = groups.get(group) ?? [];
    lines.push({ timestamp: timestamp - epochMs, stream, message });
    groups.set(group, lines);
  }
  return Object.fromEntries(groups);
}

/** From a function's name to its logical ID in the template. */
function logicalIds({ scenario }: Simulation): (functionName: string) => string {
  const ids = new Map([...scenario.functions].map(([id, { functionName }]) => [functionName, id]));
  return (functionName) => ids.get(functionName) ?? functionName;
}
