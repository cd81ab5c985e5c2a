import type { WorkloadLine } from '$lib/scenario/scenario';
import { parseScenario } from '$lib/scenario/parse';
import { REGION } from '$lib/aws/account';
import { Simulation } from '$lib/scenario/simulation';
import { microseconds, minutes, ZERO_TIME } from '$lib/kernel/units';
import { isRuleId, type RuleId } from '$lib/rules';
import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import type { EnvironmentView } from '$lib/services/lambda/views/environments';
import { LambdaViews } from '$lib/services/lambda/views/lambda-views';
import type { ResponseView } from '$lib/services/lambda/views/responses';

const engine = await loadEngine();

export interface WorldOptions {
  /** The text of index.mjs, or files by path in the package. */
  readonly code: string | Readonly<Record<string, string>>;
  readonly runtime?: 'nodejs20.x' | 'nodejs22.x' | 'nodejs24.x';
  /** Further properties of the function, with CloudFormation's names: `{ Timeout: 1 }`. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly quotas?: unknown;
  readonly seed?: number;
}

/** One call as its caller saw it, and what it left in the log. */
export interface Outcome extends ResponseView {
  /** The function's result, or its error, read from JSON. */
  readonly body: unknown;
  /** Lines logged from the call to the end of the invocation, without line ends. */
  readonly log: readonly string[];
  /** The REPORT line. */
  readonly report: string;
}

/** One function, `Orders`, on a scenario of its own; each call runs until everything is at rest. */
export class World {
  readonly simulation: Simulation;

  constructor({ code, runtime = 'nodejs24.x', properties, quotas, seed = 7 }: WorldOptions) {
    const files = typeof code === 'string' ? { 'index.mjs': code } : code;
    const parsed = parseScenario(
      JSON.stringify({
        coldstart: 1,
        title: 'Conformance',
        seed,
        ...(quotas !== undefined && { quotas }),
        template: {
          Transform: 'AWS::Serverless-2016-10-31',
          Resources: {
            Orders: {
              Type: 'AWS::Serverless::Function',
              Properties: { Runtime: runtime, Handler: 'index.handler', CodeUri: './orders', ...properties },
            },
          },
        },
        files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`orders/${path}`, text])),
        until: '1h',
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    this.simulation = new Simulation(parsed.scenario, () => createSandbox({ engine }));
  }

  /** Invokes `Orders` once. */
  invoke(event: unknown = {}): Outcome {
    return this.invokeAtOnce(1, event)[0]!;
  }

  /** Invokes `Orders` several times at one instant. */
  invokeAtOnce(count: number, event: unknown = {}): readonly Outcome[] {
    return this.call('lambda:Invoke', { FunctionName: 'Orders', Payload: event }, count);
  }

  call(call: WorkloadLine['call'], input: WorkloadLine['input'] | object, count = 1): readonly Outcome[] {
    const before = this.views;
    const line = { ...(input as WorkloadLine['input']) };
    this.simulation.perform({
      call,
      input: line,
      written: line,
      timing: { kind: 'once', at: this.simulation.now, count },
    });
    this.simulation.runUntilQuiet(microseconds(this.simulation.now + minutes(20)));
    const { responses, logs } = this.views;
    const lines = logs.lines.items.slice(before.logs.lines.items.length);
    return responses.newest.slice(-count).map((view) => {
      const log = lines
        .filter(({ environment }) => environment === view.environment)
        .map(({ message }) => message.replace(/\n$/, ''));
      return {
        ...view,
        body: view.payload === undefined ? undefined : JSON.parse(view.payload),
        log,
        report: log.find((text) => text.startsWith(`REPORT RequestId: ${view.requestId}`)) ?? '',
      };
    });
  }

  /** Lets virtual time pass. */
  wait(durationUs: number): void {
    this.simulation.runUntil(microseconds(this.simulation.now + durationUs));
  }

  get environments(): readonly EnvironmentView[] {
    return this.views.environments.views;
  }

  /** Environments that have not been shut down. */
  get alive(): readonly EnvironmentView[] {
    return this.environments.filter(({ endedAt }) => endedAt === undefined);
  }

  get views(): LambdaViews {
    const views = new LambdaViews({
      concurrencyLimit: this.simulation.quotas.concurrentExecutions,
      epochMs: this.simulation.scenario.startsAt,
      region: REGION,
      responsesMax: Infinity,
      logLinesMax: Infinity,
    });
    for (const record of this.simulation.trace.records()) views.take(record);
    return views;
  }

  /** The rules that anything so far has cited. */
  get cited(): readonly RuleId[] {
    return [...this.simulation.trace.ruleCounts().keys()].filter(isRuleId);
  }

  /** When the simulation is, in microseconds. */
  get now(): number {
    return this.simulation.now - ZERO_TIME;
  }
}

export const ms = (value: number) => value * 1_000;
export const s = (value: number) => value * 1_000_000;
export const min = (value: number) => value * 60_000_000;
