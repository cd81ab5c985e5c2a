/**
 * A learner's session with one scenario. The simulation itself is the worker's; this class gives the commands, one
 * after the other, and keeps what was answered: {@link Workbench} what is worked on, {@link Sight} what is seen.
 */
import { microseconds, ZERO_TIME, type Microseconds } from '$lib/kernel/units';
import type { StepReport } from '$lib/lesson/types';
import { WorkerGone } from '$lib/worker/client';
import type { LabView, RunProblem, RunStatus, SimulationApi, Speed } from '$lib/worker/protocol';
import { Sight } from './sight.svelte';
import { Workbench, type BenchState, type Deployed } from './workbench.svelte';

/** Enough to bring a session back to where it was in virtual time. */
export interface Checkpoint {
  readonly scenario: string;
  readonly now: Microseconds;
  readonly bench: BenchState;
}

/** A simulation that can be ended. */
export type Connection = SimulationApi & { close(): void };

export interface LabSessionOptions {
  /** Gives the simulation. Calls `onGone` whenever its worker was lost; the simulation can be used again at once. */
  readonly connect: (onGone: (problem: RunProblem) => void) => Connection;
  /** After each command that let time pass, when the view at its end has come. Lessons check their steps here. */
  readonly onRun?: (session: LabSession) => void | Promise<void>;
}

const AT_START: RunStatus = { now: ZERO_TIME, records: 0, state: 'paused', inFlight: 0 };
const NOTICES: Readonly<Record<Deployed, string | undefined>> = {
  nothing: undefined,
  faults: undefined,
  code: 'New code deployed: the function gets new environments.',
  template: 'New template deployed: a new stack, which begins at time 0.',
};

export class LabSession {
  readonly bench: Workbench;
  readonly sight: Sight;
  readonly #api: Connection;
  readonly #onRun: LabSessionOptions['onRun'];
  #subscribed = false;
  /** Nothing has happened since the scenario was opened. */
  #untouched = true;
  #checkpoint: Checkpoint | undefined;
  #recovery: Promise<void> = Promise.resolve();
  #queue: Promise<unknown> = Promise.resolve();

  #problem = $state.raw<RunProblem>();
  #notice = $state.raw<string>();
  #status = $state.raw<RunStatus>(AT_START);
  #commands = $state.raw(0);
  #speed = $state.raw<Speed>(1);

  constructor(options: LabSessionOptions) {
    this.#onRun = options.onRun;
    this.#api = options.connect((problem) => {
      this.#recovery = this.#recover(problem);
    });
    this.bench = new Workbench(this.#api);
    this.sight = new Sight(this.#api, () => this.#status.state === 'running' || this.playing);
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** The live edge of virtual time. */
  get now(): Microseconds {
    // A view may come before the status that belongs to it.
    const seen = this.sight.live?.at ?? ZERO_TIME;
    return seen > this.#status.now ? seen : this.#status.now;
  }

  /** The virtual time that is looked at. */
  get at(): Microseconds {
    return this.sight.cursor === 'live' ? this.now : this.sight.cursor;
  }

  get view(): LabView | undefined {
    return this.sight.view;
  }

  get playing(): boolean {
    return this.#status.state === 'playing';
  }

  /** A command has not come to its end. */
  get busy(): boolean {
    return this.#commands > 0;
  }

  get speed(): Speed {
    return this.#speed;
  }

  /** Why the last run ended early. */
  get problem(): RunProblem | undefined {
    return this.#problem ?? this.#status.problem;
  }

  /** What the last command did beside what was asked of it, in a sentence. */
  get notice(): string | undefined {
    return this.#notice;
  }

  /** Replaces everything by a scenario, of which nothing has run. With faults, all stays as it was. */
  open(scenarioText: string): Promise<boolean> {
    return this.#command(async () => {
      if (!(await this.bench.open(scenarioText))) return false;
      await this.#beginAnew();
      return true;
    });
  }

  /** Begins the scenario anew at time 0. The code in the editor stays. */
  restart(): Promise<boolean> {
    return this.#command(async () => {
      if (!(await this.bench.reopen())) return false;
      await this.#beginAnew();
      return true;
    });
  }

  /** Deploys what has changed, sends `count` calls with the event `payload` (JSON text), runs until all are answered. */
  run(count: number, payload: string): Promise<boolean> {
    return this.#passTime(() => this.#api.invoke(this.bench.functionName, payload, count));
  }

  /** Runs the calls that the scenario itself makes. */
  runScenario(): Promise<boolean> {
    const until = this.bench.opened?.until ?? ZERO_TIME;
    return this.wait(microseconds(Math.max(0, until - this.now)));
  }

  wait(duration: Microseconds): Promise<boolean> {
    return this.#passTime(() => this.#api.advance(duration));
  }

  /** Runs the next event that leaves a record. */
  step(): Promise<boolean> {
    return this.#passTime(() => this.#api.step());
  }

  /** Lets time run by itself, at the chosen speed. */
  play(): Promise<boolean> {
    return this.#command(async () => {
      if (!(await this.#prepare())) return false;
      await this.#api.play(this.#speed);
      return true;
    });
  }

  /** Stops time. Does not wait for other commands: it is how a long one is cut short. */
  async pause(): Promise<void> {
    await this.#guarded(async () => {
      await this.#api.pause();
      await this.sight.refresh();
      await this.#onRun?.(this);
      return true;
    });
  }

  async setSpeed(speed: Speed): Promise<void> {
    this.#speed = speed;
    if (this.playing) await this.#guarded(() => this.#api.play(speed).then(() => true));
  }

  /** Looks at a time; from the live edge on it follows the live edge. */
  async scrubTo(at: Microseconds): Promise<void> {
    const cursor = at >= this.now ? 'live' : microseconds(Math.max(0, at));
    await this.#guarded(() => this.sight.look(cursor).then(() => true));
  }

  async backToNow(): Promise<void> {
    await this.#guarded(() => this.sight.look('live').then(() => true));
  }

  /** Asks why a record is as it is; undefined puts the answer away. */
  async select(record: number | undefined): Promise<void> {
    await this.#guarded(() => this.sight.select(record).then(() => true));
  }

  /** Follows the machine of an environment. */
  async watch(environment: number | undefined): Promise<void> {
    await this.#guarded(() => this.sight.watch(environment).then(() => true));
  }

  /** Judges a lesson's step by what the run has shown; undefined if the simulation was lost meanwhile. */
  async check(lesson: string, step: string, answer?: string): Promise<StepReport | undefined> {
    let report: StepReport | undefined;
    await this.#guarded(async () => {
      report = await this.#api.check(lesson, step, answer);
      return true;
    });
    return report;
  }

  /** Ends the simulation: the page that showed it is left. */
  close(): void {
    this.#api.close();
  }

  /** The hash of everything that happened so far: equal runs have equal ones, here and on the command line. */
  async traceHash(): Promise<string | undefined> {
    let hash: string | undefined;
    await this.#command(async () => {
      hash = await this.#api.traceHash();
      return true;
    });
    return hash;
  }

  /** Text of the scenario as it stands: the code in the editor, and everything that the learner did. */
  async scenarioText(): Promise<string | undefined> {
    let text: string | undefined;
    await this.#command(async () => {
      const untouched = this.#untouched;
      if (!(await this.#prepare())) return false;
      // Deploying lets no time pass.
      this.#untouched = untouched;
      text = this.#checkpoint?.scenario;
      return true;
    });
    return text;
  }

  /** Where the session is, to come back to with {@link restore}. */
  async checkpoint(): Promise<Checkpoint> {
    const scenario = await this.#api.scenario();
    return { scenario, now: this.now, bench: this.bench.state };
  }

  /** Comes back to a checkpoint by making its calls again: the same seed gives the same trace. */
  restore(checkpoint: Checkpoint): Promise<boolean> {
    return this.#command(() => this.#replay(checkpoint));
  }

  /** One command after the other; each forgets what the one before it had to say. */
  #command(work: () => Promise<boolean>): Promise<boolean> {
    this.#commands += 1;
    const turn = this.#queue.then(() => {
      this.#problem = undefined;
      this.#notice = undefined;
      return this.#guarded(work);
    });
    this.#queue = turn;
    return turn.finally(() => (this.#commands -= 1));
  }

  /** False if the worker was lost meanwhile; by then the session has been brought back. */
  async #guarded(work: () => Promise<boolean>): Promise<boolean> {
    try {
      await this.#subscribe();
      return await work();
    } catch (error) {
      if (!(error instanceof WorkerGone)) this.#problem = unexpected(error);
      await this.#recovery;
      return false;
    }
  }

  #passTime(work: () => Promise<void>): Promise<boolean> {
    return this.#command(async () => {
      if (!(await this.#prepare())) return false;
      await work();
      // The status that says so may come later than the answer.
      this.#status = { ...this.#status, state: 'paused' };
      await this.sight.look('live');
      await this.#onRun?.(this);
      return true;
    });
  }

  /** Deploys, and remembers where to come back to if what follows never ends. */
  async #prepare(): Promise<boolean> {
    const hadEnvironments = (this.sight.live?.environments.length ?? 0) > 0;
    const deployed = await this.bench.deploy(this.#untouched);
    if (deployed === 'faults') return false;
    if (deployed === 'template') await this.#beginAnew();
    this.#untouched = false;
    if (deployed === 'template' || hadEnvironments) this.#notice = NOTICES[deployed];
    this.#checkpoint = await this.checkpoint();
    return true;
  }

  async #beginAnew(): Promise<void> {
    this.#status = AT_START;
    this.#untouched = true;
    this.#checkpoint = undefined;
    this.sight.forget();
    await this.sight.look('live');
  }

  async #replay({ scenario, now, bench }: Checkpoint): Promise<boolean> {
    if (!(await this.bench.bringBack(scenario, bench))) return false;
    await this.#beginAnew();
    if (now > 0) {
      this.#untouched = false;
      await this.#api.advance(now);
    }
    await this.sight.look('live');
    return true;
  }

  /** The worker was lost: a new one is brought to where the old one was before its last command. */
  async #recover(problem: RunProblem): Promise<void> {
    const checkpoint = this.#checkpoint;
    // A checkpoint that cannot be replayed is tried only once.
    this.#checkpoint = undefined;
    this.#status = { ...AT_START, now: checkpoint?.now ?? ZERO_TIME };
    this.#problem = problem;
    try {
      if (checkpoint) await this.#replay(checkpoint);
      else if (this.bench.opened && (await this.bench.reopen())) await this.#beginAnew();
    } catch (error) {
      if (!(error instanceof WorkerGone)) this.#problem = unexpected(error);
    }
  }

  async #subscribe(): Promise<void> {
    if (this.#subscribed) return;
    this.#subscribed = true;
    await this.#api.subscribe((status) => this.#heard(status));
  }

  #heard(status: RunStatus): void {
    const { records, state } = this.#status;
    this.#status = status;
    // Time alone changes nothing that a view tells: only records do.
    if (records === status.records && state === status.state && this.sight.live) return;
    // Failures of this request show in the next command; nobody waits for this one.
    this.sight.refresh().catch(() => undefined);
  }
}

function unexpected(error: unknown): RunProblem {
  return {
    code: 'crashed',
    message: `The simulation failed: ${error instanceof Error ? error.message : String(error)}`,
    next: 'Your code is untouched. Run again, or start over if it fails again.',
  };
}
