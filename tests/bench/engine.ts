import { seconds } from '$lib/kernel/units';
import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { parseScenario } from '$lib/scenario/parse';
import { Simulation } from '$lib/scenario/simulation';
import { environmentRecord } from '$lib/services/lambda/records/environment';
import { reportRecord } from '$lib/services/lambda/records/invocation';
import { HANDLER } from './handler';

/** More than is ever run: the workload is lazy. */
const CALLS_MAX = 2_000_000;

/**
 * The whole engine, as the command line runs it: a scenario, the one door, execution environments and their machines,
 * the sandbox, metering, billing and the trace. Each second of virtual time a wave of calls arrives at one instant, one for
 * each environment, so that all of them work.
 */
export class Engine {
  readonly #simulation: Simulation;
  readonly #environments: number;
  #waves = 0;

  private constructor(simulation: Simulation, environments: number) {
    this.#simulation = simulation;
    this.#environments = environments;
  }

  /** @param environments from 1 to 1,000: what an account may run at once */
  static async create(environments: number, event: string): Promise<Engine> {
    const parsed = parseScenario(JSON.stringify(scenario(environments, event)));
    if (!parsed.ok)
      throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    const loaded = await loadEngine();
    const simulation = new Simulation(parsed.scenario, () => createSandbox({ engine: loaded }));
    return new Engine(simulation, environments);
  }

  /** Makes at least `count` calls, in whole waves. Returns how many. */
  run(count: number): number {
    const waves = Math.ceil(count / this.#environments);
    this.#waves += waves;
    this.#simulation.runUntil(seconds(this.#waves - 0.001));
    return waves * this.#environments;
  }

  /** Throws unless the handler answered every call so far, on as many environments as were asked for. */
  verify(): void {
    const { trace } = this.#simulation;
    let environments = 0;
    for (const { values } of trace.ofKind(environmentRecord)) environments = values.environment;
    let answered = 0;
    for (const { values } of trace.ofKind(reportRecord)) if (values.status === 'success') answered += 1;
    const expected = this.#waves * this.#environments;
    // An environment that has grown old is replaced: there may be more of them in a long run.
    if (environments < this.#environments || answered !== expected)
      throw new Error(
        `of ${expected} calls on ${this.#environments} environments ${answered} were answered on ${environments}`,
      );
  }

  dispose(): void {
    this.#simulation.dispose();
  }
}

function scenario(environments: number, event: string): unknown {
  return {
    coldstart: 1,
    title: 'Bench',
    seed: 1,
    quotas: 'aws-2026',
    template: {
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Orders: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            Runtime: 'nodejs24.x',
            Handler: 'index.handler',
            CodeUri: './orders',
            MemorySize: 1769,
            Timeout: 3,
          },
        },
      },
    },
    files: { 'orders/index.mjs': HANDLER },
    workload: [
      {
        from: '0s',
        to: `${Math.ceil(CALLS_MAX / environments)}s`,
        every: '1s',
        count: environments,
        call: 'lambda:Invoke',
        input: { FunctionName: 'Orders', Payload: event },
      },
    ],
    until: '60s',
  };
}
