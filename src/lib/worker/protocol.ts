/**
 * What the page and the simulation's worker say to each other. Plain data only. The worker owns the simulation; the
 * page asks for views of the trace at a cursor (a virtual time) and draws them.
 */
import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Microseconds } from '$lib/kernel/units';
import type { NodeRuntime } from '$lib/sandbox/isolate';
import type { StepReport } from '$lib/lesson/types';
import type { Why } from '$lib/kernel/trace/why';
import type { Fault } from '$lib/scenario/fault';
import type { BillView } from '$lib/services/lambda/views/bill';
import type { EnvironmentState, EnvironmentView } from '$lib/services/lambda/views/environments';
import type { MachineView } from '$lib/services/lambda/views/machine';
import type { ResponseView } from '$lib/services/lambda/views/responses';
import type { Lane, Mark, Span, SpanKind, TimelineView } from '$lib/services/lambda/views/timeline';
import type { LogLine } from '$lib/services/logs/log-line';

export type {
  BillView,
  EnvironmentState,
  EnvironmentView,
  Fault,
  Lane,
  LogLine as LogLineView,
  MachineView,
  Mark,
  ResponseView,
  Span,
  SpanKind,
  TimelineView,
  Why as WhyView,
};

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

/** Everything the lab shows, at a cursor. Lists hold the newest entries up to a bound, and say how many there are. */
export interface LabView {
  readonly at: Microseconds;
  readonly environments: readonly EnvironmentView[];
  readonly timeline: TimelineView;
  readonly responses: { readonly total: number; readonly newest: readonly ResponseView[] };
  readonly logs: { readonly total: number; readonly newest: readonly LogLine[] };
  readonly bill: BillView;
}

/**
 * `brief` leaves out all but the newest answers and log lines: enough while time goes on, and small enough that the page
 * takes it in without a pause.
 */
export type ViewDetail = 'full' | 'brief';

/** What was opened: enough to fill the editor and to offer what can be run. */
export interface OpenedScenario {
  readonly ok: true;
  readonly title: string;
  readonly functions: readonly string[];
  /** Which Node.js each function runs on: the editor offers what that one has. */
  readonly runtimes: Readonly<Record<string, NodeRuntime>>;
  /** Each function's files, as deployed once the scenario's own calls are made; paths are relative to its CodeUri, as `updateCode` takes them. */
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
  view(at: Microseconds, detail?: ViewDetail): Promise<LabView>;
  why(record: RecordId): Promise<Why>;
  machine(environment: number, at: Microseconds): Promise<MachineView | undefined>;
  /** Judges a lesson's step by what the run has shown; `answer` is what the learner typed, where a step asks. */
  check(lesson: string, step: string, answer?: string): Promise<StepReport>;
  /** Text of the scenario as it stands: what was opened plus what the learner did since. */
  scenario(): Promise<string>;
  traceHash(): Promise<string>;
  /** Answers at once; used by the watchdog. */
  ping(): Promise<true>;
}
