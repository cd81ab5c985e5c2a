import { ACCOUNT_ID, REGION } from '$lib/aws/account';
import { Aws, type CallRequest } from '$lib/aws/door';
import type { Answer } from '$lib/aws/errors';
import { FaultInjector } from '$lib/aws/faults';
import { Kernel, never, type Pause } from '$lib/kernel/kernel';
import { machineClock } from '$lib/kernel/machine-clock';
import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Trace } from '$lib/kernel/trace/trace';
import type { Microseconds } from '$lib/kernel/units';
import { quotas, type QuotaValues } from '$lib/rules/quotas';
import type { Sandbox } from '$lib/sandbox/isolate';
import { LambdaService } from '$lib/services/lambda/lambda-service';
import { Performance } from '$lib/services/lambda/performance';
import type { Scenario, WorkloadLine } from './scenario';
import { workloadArrivals, type Arrival } from './workload';

/** Makes the sandbox of a function. */
export type SandboxFactory = (functionName: string) => Sandbox;

/** Called with the answer to a call, and the record of the response. */
export type Answered = (answer: Answer, record: RecordId) => void;

/**
 * A scenario at work: its functions are deployed, its workload is called line by line, and what a learner does in
 * between becomes further lines. Pure: the same scenario gives the same trace, wherever it runs.
 */
export class Simulation {
  readonly scenario: Scenario;
  readonly kernel: Kernel;
  readonly aws: Aws;
  readonly lambda: LambdaService;
  readonly quotas: QuotaValues;
  readonly #arrivals: Iterator<Arrival, void>;
  readonly #performed: WorkloadLine[] = [];
  /** What each line calls, worked out once. */
  readonly #requests = new WeakMap<WorkloadLine, CallRequest>();
  #next: Arrival | undefined;

  constructor(scenario: Scenario, createSandbox: SandboxFactory) {
    const kernel = new Kernel(scenario.seed);
    this.quotas = quotas(scenario.quotas.profile, scenario.quotas.overrides);
    let environments = 0;
    this.scenario = scenario;
    this.kernel = kernel;
    this.aws = new Aws(kernel, new FaultInjector(scenario.faults, kernel.random.stream('faults')));
    this.lambda = new LambdaService({
      kernel,
      clock: machineClock(kernel),
      quotas: this.quotas,
      performance: new Performance(kernel.random, this.quotas),
      region: REGION,
      account: ACCOUNT_ID,
      epochMs: scenario.startsAt,
      createSandbox,
      nextEnvironmentNumber: () => ++environments,
    });
    this.aws.register(this.lambda);
    for (const configuration of scenario.functions.values()) this.lambda.create(configuration);
    this.#arrivals = workloadArrivals(scenario, kernel.random);
    this.#advance();
  }

  get trace(): Trace {
    return this.kernel.trace;
  }

  get now(): Microseconds {
    return this.kernel.now;
  }

  /** The calls that a learner made beside the scenario's own workload, in their order. */
  get performed(): readonly WorkloadLine[] {
    return this.#performed;
  }

  /** Every call so far has been answered, and every environment is at rest. */
  get idle(): boolean {
    return this.aws.inFlight === 0 && this.lambda.atWork === 0;
  }

  /** Idle, and the workload has no more calls. */
  get quiet(): boolean {
    return this.#next === undefined && this.idle;
  }

  /** When something happens next: a call of the workload or an event; undefined when nothing will. */
  get nextAt(): Microseconds | undefined {
    const event = this.kernel.nextAt;
    const call = this.#next?.at;
    if (event === undefined || call === undefined) return event ?? call;
    return event < call ? event : call;
  }

  /**
   * Runs up to and including `until`. `pause` is asked before each event: when it says so this returns false, and
   * calling it again goes on.
   */
  runUntil(until: Microseconds, pause: Pause = never): boolean {
    for (let next = this.#next; next && next.at <= until; next = this.#next) {
      if (!this.kernel.runUntil(next.at, pause)) return false;
      this.#advance();
      this.#call(next.line);
    }
    return this.kernel.runUntil(until, pause);
  }

  /** Runs until every call has been answered and the workload is over, but not beyond `until`. `pause` as above. */
  runUntilQuiet(until: Microseconds, pause: Pause = never): boolean {
    while (!this.quiet) {
      const next = this.nextAt;
      if (next === undefined || next > until) return true;
      if (pause()) return false;
      this.step();
    }
    return true;
  }

  /** Runs the next event, or makes the next call of the workload. False when there is nothing to do. */
  step(): boolean {
    const next = this.#next;
    const eventAt = this.kernel.nextAt;
    if (next && (eventAt === undefined || next.at < eventAt)) {
      this.kernel.runUntil(next.at);
      this.#advance();
      this.#call(next.line);
      return true;
    }
    return this.kernel.step();
  }

  /** Makes a call of a learner's now: it becomes a line of the workload. */
  perform(line: WorkloadLine, answered?: Answered): void {
    this.#performed.push(line);
    const count = line.timing.kind === 'once' ? line.timing.count : 1;
    for (let n = 0; n < count; n++) {
      // As the line will be replayed: whatever is due at this instant comes first.
      this.runUntil(this.now);
      this.#call(line, answered);
    }
  }

  /** Throws the sandboxes away. The trace stays readable. */
  dispose(): void {
    this.lambda.dispose();
  }

  #call(line: WorkloadLine, answered?: Answered): void {
    let request = this.#requests.get(line);
    if (!request) this.#requests.set(line, (request = callRequest(line)));
    this.aws.call(request, answered);
  }

  #advance(): void {
    const step = this.#arrivals.next();
    this.#next = step.done ? undefined : step.value;
  }
}

/** Calls of the workload are made by an administrator. */
function callRequest({ call, input }: WorkloadLine): CallRequest {
  const [service = '', action = ''] = call.split(':');
  return { principal: 'administrator', service, action, input, inputText: JSON.stringify(input) };
}
