import { stringify } from 'yaml';
import { ProjectionCursor } from '$lib/kernel/trace/projection';
import type { RecordId } from '$lib/kernel/trace/record-kind';
import { TraceFullError } from '$lib/kernel/trace/trace';
import { why, type Why } from '$lib/kernel/trace/why';
import { after, microseconds, ZERO_TIME, type Microseconds } from '$lib/kernel/units';
import { eventOf } from '$lib/lesson/event-of';
import { lessonRun } from '$lib/lesson/run';
import { runChecks } from '$lib/lesson/run-checks';
import type { StepReport } from '$lib/lesson/types';
import { isJsonObject } from '$lib/scenario/json';
import { parseScenario } from '$lib/scenario/parse';
import type { Scenario, WorkloadLine } from '$lib/scenario/scenario';
import { serialiseScenario } from '$lib/scenario/serialise';
import { REGION } from '$lib/aws/account';
import { Simulation, type SandboxFactory } from '$lib/scenario/simulation';
import { LambdaViews } from '$lib/services/lambda/views/lambda-views';
import { environmentMachine, type MachineView } from '$lib/services/lambda/views/machine';
import { Pacer, type RealTime } from './pacer';
import type { LabView, Opened, RunProblem, RunStatus, SimulationApi, Speed, ViewDetail } from './protocol';

/** How many of the newest responses and log lines the page gets. */
const RESPONSES_MAX = 1_000;
const LOG_LINES_MAX = 3_000;
/** How many of them a brief view has. */
const BRIEF_MAX = 100;
/** The page hears of changes at most this often. */
const STATUS_EVERY_MS = 50;
/** A learner's own call waits no longer than this for its answer: Lambda's longest timeout, and some. */
const ANSWER_WITHIN = microseconds(2 * 3_600_000_000);

/** The simulation behind the page: one at a time, run in slices, read through views. Lives in the worker. */
export class SimulationHost implements SimulationApi {
  readonly #createSandboxes: () => Promise<SandboxFactory>;
  readonly #time: RealTime;
  readonly #pacer: Pacer;
  #simulation: Simulation | undefined;
  #live: ProjectionCursor<LambdaViews> | undefined;
  #past: ProjectionCursor<LambdaViews> | undefined;
  #problem: RunProblem | undefined;
  #listener: ((status: RunStatus) => void) | undefined;
  #toldAt = -Infinity;
  #tellingLater = false;
  #deployedAt: Microseconds = ZERO_TIME;

  constructor(createSandboxes: () => Promise<SandboxFactory>, time: RealTime) {
    this.#createSandboxes = createSandboxes;
    this.#time = time;
    this.#pacer = new Pacer(
      time,
      () => this.#tell(),
      (error) => this.#fail(error),
    );
  }

  async open(scenarioText: string): Promise<Opened> {
    const parsed = parseScenario(scenarioText);
    if (!parsed.ok) return parsed;
    const sandboxes = await this.#createSandboxes();
    this.#pacer.pause();
    this.#simulation?.dispose();
    const { scenario } = parsed;
    const simulation = new Simulation(scenario, sandboxes);
    this.#simulation = simulation;
    this.#problem = undefined;
    this.#deployedAt = ZERO_TIME;
    const make = () =>
      new LambdaViews({
        concurrencyLimit: simulation.quotas.concurrentExecutions,
        epochMs: scenario.startsAt,
        region: REGION,
        responsesMax: RESPONSES_MAX,
        logLinesMax: LOG_LINES_MAX,
      });
    this.#live = new ProjectionCursor(simulation.trace, make);
    this.#past = new ProjectionCursor(simulation.trace, make);
    this.#tell();
    return {
      ok: true,
      title: scenario.title,
      functions: [...scenario.functions.values()].map(({ functionName }) => functionName),
      runtimes: Object.fromEntries(
        [...scenario.functions.values()].map(({ functionName, runtime }) => [functionName, runtime]),
      ),
      code: codeAtTheEnd(scenario),
      template: stringify(scenario.template),
      epochMs: scenario.startsAt,
      until: scenario.workload.length === 0 ? ZERO_TIME : scenario.until,
    };
  }

  subscribe(listener: (status: RunStatus) => void): Promise<void> {
    this.#listener = listener;
    this.#tell();
    return Promise.resolve();
  }

  async updateCode(functionName: string, files: Readonly<Record<string, string>>): Promise<void> {
    const simulation = this.#opened();
    this.#deployedAt = simulation.now;
    await this.#perform(
      'lambda:UpdateFunctionCode',
      { FunctionName: functionName, ZipFile: { ...files } },
      1,
    );
  }

  async invoke(functionName: string, payload: string, count: number): Promise<void> {
    await this.#perform('lambda:Invoke', { FunctionName: functionName, Payload: payload }, count);
  }

  async advance(duration: Microseconds): Promise<void> {
    const simulation = this.#opened();
    const until = after(simulation.now, duration);
    await this.#pacer.run((pause) => simulation.runUntil(until, pause));
  }

  play(speed: Speed): Promise<void> {
    this.#pacer.play(this.#opened(), speed);
    return Promise.resolve();
  }

  pause(): Promise<void> {
    this.#pacer.pause();
    return Promise.resolve();
  }

  async step(): Promise<void> {
    const simulation = this.#opened();
    const { length } = simulation.trace;
    await this.#pacer.run((pause) => {
      while (simulation.trace.length === length) {
        if (pause()) return false;
        if (!simulation.step()) return true;
      }
      return true;
    });
  }

  view(at: Microseconds, detail: ViewDetail = 'full'): Promise<LabView> {
    const simulation = this.#opened();
    const isLive = at >= simulation.now;
    const cursor = isLive ? this.#live : this.#past;
    if (!cursor) throw new Error('no scenario is open');
    const time = isLive ? simulation.now : at;
    const views = cursor.at(time);
    const newest = <T>(all: readonly T[]) => (detail === 'brief' ? all.slice(-BRIEF_MAX) : all);
    return Promise.resolve({
      at: time,
      environments: views.environments.views,
      timeline: views.timeline.view,
      responses: { total: views.responses.total, newest: newest(views.responses.newest) },
      logs: { total: views.logs.lines.total, newest: newest(views.logs.lines.items) },
      bill: views.bill.view,
    });
  }

  why(record: RecordId): Promise<Why> {
    return Promise.resolve(why(this.#opened().trace, record));
  }

  async machine(environment: number, at: Microseconds): Promise<MachineView | undefined> {
    const { environments } = await this.view(at);
    const view = environments.find((each) => each.environment === environment);
    return view && environmentMachine(view);
  }

  scenario(): Promise<string> {
    const { scenario, performed, now } = this.#opened();
    const workload = [...scenario.workload, ...performed];
    // A session of its own ends where it stands; a scenario with traffic of its own keeps its end at least.
    const until = scenario.workload.length > 0 && now < scenario.until ? scenario.until : now;
    return Promise.resolve(
      serialiseScenario({ ...scenario, workload, until: workload.length === 0 ? scenario.until : until }),
    );
  }

  traceHash(): Promise<string> {
    return Promise.resolve(this.#opened().trace.hash());
  }

  async check(lesson: string, step: string, answer?: string): Promise<StepReport> {
    const simulation = this.#opened();
    const view = await this.view(simulation.now);
    const events = new Map(view.responses.newest.map(({ record, input }) => [record, eventOf(input)]));
    const files = Object.fromEntries(
      [...simulation.lambda.functions.values()].flatMap(({ configuration }) => [...configuration.code]),
    );
    const run = lessonRun(view, {
      event: (record) => events.get(record),
      deployedAt: this.#deployedAt,
      files,
      answer,
    });
    return runChecks(lesson, step, run);
  }

  ping(): Promise<true> {
    return Promise.resolve(true);
  }

  /** Makes a learner's call at the live edge, then runs until it is answered and every environment rests. */
  async #perform(call: WorkloadLine['call'], input: WorkloadLine['input'], count: number): Promise<void> {
    const simulation = this.#opened();
    const { now } = simulation;
    const line: WorkloadLine = { call, input, written: input, timing: { kind: 'once', at: now, count } };
    let answered = 0;
    let made = false;
    const latest = after(now, ANSWER_WITHIN);
    await this.#pacer.run((pause) => {
      if (!made) {
        made = true;
        simulation.perform(line, () => answered++);
      }
      while (answered < count || !simulation.idle) {
        const next = simulation.nextAt;
        if (next === undefined || next > latest) return true;
        if (pause()) return false;
        simulation.step();
      }
      return simulation.runUntil(simulation.now, pause);
    });
  }

  #opened(): Simulation {
    if (!this.#simulation) throw new Error('no scenario is open');
    return this.#simulation;
  }

  #tell(): void {
    const wait = this.#toldAt + STATUS_EVERY_MS - this.#time.now();
    if (wait > 0) {
      if (this.#tellingLater) return;
      this.#tellingLater = true;
      this.#time.later(() => {
        this.#tellingLater = false;
        this.#tell();
      }, wait);
      return;
    }
    this.#toldAt = this.#time.now();
    const simulation = this.#simulation;
    if (!simulation) return;
    this.#listener?.({
      now: simulation.now,
      records: simulation.trace.length,
      state: this.#problem ? 'failed' : this.#pacer.state,
      inFlight: simulation.aws.inFlight,
      ...(this.#problem && { problem: this.#problem }),
    });
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#problem =
      error instanceof TraceFullError
        ? {
            code: 'trace-full',
            message: `The run was stopped: ${message}.`,
            next: 'Start over with less traffic or a shorter time. What was recorded can still be read.',
          }
        : {
            code: 'crashed',
            message: `The simulator itself failed: ${message}`,
            next: 'Your code is safe. Start over; if it happens again, save the scenario and report it.',
          };
  }
}

/** Each function's files when the scenario's own calls have been made: some may deploy new code. */
function codeAtTheEnd({ functions, workload }: Scenario): Record<string, Readonly<Record<string, string>>> {
  const code = Object.fromEntries(
    [...functions.values()].map(({ functionName, code }) => [functionName, Object.fromEntries(code)]),
  );
  for (const { call, input } of workload) {
    const { FunctionName: name, ZipFile: files } = input;
    if (call !== 'lambda:UpdateFunctionCode' || typeof name !== 'string' || !isJsonObject(files)) continue;
    const texts = Object.entries(files).filter(
      (file): file is [string, string] => typeof file[1] === 'string',
    );
    if (Object.hasOwn(code, name)) code[name] = Object.fromEntries(texts);
  }
  return code;
}
