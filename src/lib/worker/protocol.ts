/**
 * What the page and the simulation's worker say to each other. Plain data only. The worker owns the simulation; the
 * page asks for views of the trace at a cursor (a virtual time) and draws them.
 */
import type { Description } from '$lib/kernel/trace/description';
import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Microseconds } from '$lib/kernel/units';
import type { Fault } from '$lib/scenario/fault';

export type { Fault };

/** Why a run ended early. */
export interface RunProblem {
  readonly code: 'stopped-answering' | 'trace-full' | 'crashed';
  readonly message: string;
  /** What the learner can do now. */
  readonly next: string;
}

export interface RunStatus {
  /** Live edge of virtual time. */
  readonly now: Microseconds;
  /** Number of trace records. */
  readonly records: number;
  /** `running`: as fast as it goes until quiet. `playing`: at a speed, until paused. */
  readonly state: 'paused' | 'running' | 'playing' | 'failed';
  /** Calls whose response has not come yet. */
  readonly inFlight: number;
  readonly problem?: RunProblem;
}

/** Virtual seconds per real second, or as fast as it goes. */
export type Speed = number | 'max';

/** The four meanings of colour, and what a span or mark is. */
export type SpanKind = 'init' | 'invoke' | 'frozen' | 'failed';

export interface Span {
  readonly kind: SpanKind;
  readonly start: Microseconds;
  /** Undefined while it lasts (at the cursor). */
  readonly end: Microseconds | undefined;
  /** Click it: the record that tells it. */
  readonly record: RecordId;
  readonly requestId: string | undefined;
  /** For screen readers and the table: `cold start, 141 ms`. */
  readonly label: string;
}

/** One execution environment in the timeline. */
export interface Lane {
  readonly environment: number;
  readonly functionName: string;
  readonly spans: readonly Span[];
}

export interface Mark {
  readonly kind: 'throttled' | 'failed' | 'call';
  readonly at: Microseconds;
  readonly record: RecordId;
  readonly label: string;
}

export interface TimelineView {
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  /** Steps of the number of invocations at work: each holds from its time to the next. */
  readonly concurrency: readonly { readonly at: Microseconds; readonly count: number }[];
  readonly concurrencyLimit: number;
}

export interface EnvironmentView {
  readonly environment: number;
  readonly functionName: string;
  readonly state: 'init' | 'invoke' | 'frozen' | 'shutdown';
  readonly startedAt: Microseconds;
  readonly endedAt: Microseconds | undefined;
  readonly initDuration: Microseconds | undefined;
  readonly invocations: number;
  readonly logStream: string;
  readonly maxMemoryUsedMB: number;
  readonly memorySizeMB: number;
  readonly tmpFiles: readonly { readonly path: string; readonly size: number }[];
  readonly tmpLimitMB: number;
  /** When it will be reclaimed if nothing calls it; only while frozen. */
  readonly reclaimAt: Microseconds | undefined;
  readonly reason: string | undefined;
  /** The record that brought it into its present state. */
  readonly record: RecordId;
}

export interface LogLineView {
  readonly record: RecordId;
  /** Milliseconds since 1970, virtual. */
  readonly timestamp: number;
  readonly at: Microseconds;
  readonly group: string;
  readonly stream: string;
  readonly environment: number;
  readonly message: string;
  readonly kind: 'platform' | 'application';
  readonly level: string | undefined;
  readonly requestId: string | undefined;
}

export interface ResponseView {
  /** The call's record. */
  readonly record: RecordId;
  readonly requestId: string;
  readonly call: string;
  readonly at: Microseconds;
  readonly endedAt: Microseconds | undefined;
  /** HTTP status; undefined while it waits. */
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
  readonly maxMemoryUsedMB: number | undefined;
  /** Where in the learner's code the error happened; lines and columns from 1. */
  readonly position: { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

/** A state chart to draw, with the state it is in at the cursor. */
export interface MachineView {
  readonly id: string;
  readonly title: string;
  readonly states: readonly { readonly name: string; readonly text: string; readonly final: boolean }[];
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly event: string }[];
  readonly active: string;
}

export interface WhyView {
  readonly record: RecordId;
  readonly kind: string;
  readonly at: Microseconds;
  readonly description: Description;
  readonly rules: readonly string[];
  /** The walk along causes, nearest first, one sentence a hop. */
  readonly causes: readonly { readonly record: RecordId; readonly at: Microseconds; readonly text: string }[];
}

export interface BillView {
  readonly requests: number;
  readonly gbSeconds: number;
  /** US dollars, before the free tier. */
  readonly usd: number;
}

/** Everything the lab shows, at a cursor. Lists hold the newest entries up to a bound, and say how many there are. */
export interface LabView {
  readonly at: Microseconds;
  readonly environments: readonly EnvironmentView[];
  readonly timeline: TimelineView;
  readonly responses: { readonly total: number; readonly newest: readonly ResponseView[] };
  readonly logs: { readonly total: number; readonly newest: readonly LogLineView[] };
  readonly bill: BillView;
}

/** What was opened: enough to fill the editor and to offer what can be run. */
export interface OpenedScenario {
  readonly ok: true;
  readonly title: string;
  readonly functions: readonly string[];
  /** Each function's files as deployed; paths are relative to its CodeUri, as `updateCode` takes them. */
  readonly code: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The template as YAML text, to read. */
  readonly template: string;
  /** What `Date.now()` shows at virtual time 0: milliseconds since 1970. */
  readonly epochMs: number;
  /** When the scenario's own calls end (its `until`, else its last call); 0 when it makes none. */
  readonly until: Microseconds;
}

export type Opened = OpenedScenario | { readonly ok: false; readonly faults: readonly Fault[] };

/** The worker's interface, called through Comlink. */
export interface SimulationApi {
  /** Replaces the simulation by a new one from a scenario's YAML or JSON text; nothing has run yet. */
  open(scenarioText: string): Promise<Opened>;
  /** Calls `listener` with the status at most every 50 ms while it changes. */
  subscribe(listener: (status: RunStatus) => void): Promise<void>;
  /** Deploys new code now: the function gets new environments. Paths are relative to the function's CodeUri. */
  updateCode(functionName: string, files: Readonly<Record<string, string>>): Promise<void>;
  /** Sends `count` synchronous invocations at the live edge, then runs until all have been answered. */
  invoke(functionName: string, payload: string, count: number): Promise<void>;
  /** Runs from the live edge for a virtual duration, as fast as it goes. */
  advance(duration: Microseconds): Promise<void>;
  play(speed: Speed): Promise<void>;
  pause(): Promise<void>;
  /** Runs the next event that leaves a record. */
  step(): Promise<void>;
  /** What is seen at a time. A time past the live edge means the live edge; `at` of the answer says which it was. */
  view(at: Microseconds): Promise<LabView>;
  why(record: RecordId): Promise<WhyView>;
  machine(environment: number, at: Microseconds): Promise<MachineView | undefined>;
  /** Text of the scenario as it stands: what was opened plus what the learner did since. */
  scenario(): Promise<string>;
  traceHash(): Promise<string>;
  /** Answers at once; used by the watchdog. */
  ping(): Promise<true>;
}
