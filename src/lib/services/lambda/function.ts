import { hex32At, uuidAt } from '$lib/kernel/identity';
import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Sandbox } from '$lib/sandbox/isolate';
import type { FunctionConfiguration } from './configuration';
import type { EnvironmentHost } from './environment/environment-host';
import { ExecutionEnvironment } from './environment/execution-environment';
import type { Invocation } from './environment/invocation';
import type { LambdaContext } from './lambda-context';
import { logStreamName } from './log-stream';
import type { ShutdownReason } from './records/environment';

/** A deployed function and its execution environments. */
export class LambdaFunction {
  readonly #context: LambdaContext;
  readonly #sandbox: Sandbox;
  readonly #host: EnvironmentHost;
  /** At rest and ready for an event, the one used last at the end. */
  readonly #free: ExecutionEnvironment[] = [];
  readonly #all = new Set<ExecutionEnvironment>();
  #configuration: FunctionConfiguration;
  #revision = 0;
  #atWork = 0;
  #created = 0;

  constructor(context: LambdaContext, configuration: FunctionConfiguration) {
    this.#context = context;
    this.#configuration = configuration;
    this.#sandbox = context.createSandbox(configuration.functionName);
    this.#host = {
      ...context,
      sandbox: this.#sandbox,
      logStream: (environment) =>
        logStreamName(context.epochMs, context.kernel.now, hex32At(context.kernel.trace.seed, environment)),
      random: () => {
        const { functionName } = this.#configuration;
        return context.kernel.random.stream(`lambda.environment ${functionName} ${this.#created}`);
      },
      done: () => this.#atWork--,
      atRest: (environment) => this.#free.push(environment),
      gone: (environment) => this.#forget(environment),
    };
  }

  get configuration(): FunctionConfiguration {
    return this.#configuration;
  }

  get arn(): string {
    const { region, account } = this.#context;
    return `arn:aws:lambda:${region}:${account}:function:${this.#configuration.functionName}`;
  }

  /** How many environments have an event to serve, from the moment they are given it until they rest again. */
  get atWork(): number {
    return this.#atWork;
  }

  /** Changes with every update, as the API's RevisionId. */
  get revisionId(): string {
    return uuidAt(this.#context.kernel.trace.seed, -1 - this.#revision);
  }

  /** A free environment takes the event, the one used last first; with none free a new one is made. */
  invoke(invocation: Invocation): void {
    this.#atWork++;
    const free = this.#free.pop();
    if (free) {
      free.deliver(invocation);
      return;
    }
    const environment = this.#create(invocation.record);
    environment.begin(invocation);
  }

  /** New code or configuration: new events go to new environments from now on. */
  update(change: Partial<FunctionConfiguration>, reason: ShutdownReason): void {
    this.#configuration = { ...this.#configuration, ...change };
    this.#revision++;
    this.#free.length = 0;
    for (const environment of [...this.#all]) environment.retire(reason);
  }

  /** Throws the sandbox away; nothing runs afterwards. */
  dispose(): void {
    this.#sandbox.dispose();
  }

  #create(cause: RecordId): ExecutionEnvironment {
    this.#created++;
    const environment = new ExecutionEnvironment(
      this.#host,
      this.#context.nextEnvironmentNumber(),
      this.#configuration,
      cause,
    );
    this.#all.add(environment);
    return environment;
  }

  #forget(environment: ExecutionEnvironment): void {
    this.#all.delete(environment);
    const index = this.#free.indexOf(environment);
    if (index >= 0) this.#free.splice(index, 1);
  }
}
