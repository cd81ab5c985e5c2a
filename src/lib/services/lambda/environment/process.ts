import type { ScheduledEvent } from '$lib/kernel/event-queue';
import { bytes, mebibytes, type Microseconds } from '$lib/kernel/units';
import type { Effect, Isolate, Tmp, Turn } from '$lib/sandbox/isolate';
import type { FunctionConfiguration } from '../configuration';
import type { EnvironmentHost } from './environment-host';
import { processVariables } from './process-variables';
import type { Invocation } from './invocation';

/** Who is told what the process does, at the virtual times at which it does it. */
export interface ProcessListener {
  effect(effect: Effect): void;
  /** All effects of a turn have been told, and the CPU has come to rest. */
  rest(turn: Turn): void;
  /** The deadline of the present stage has come. */
  deadline(): void;
}

/** Memory that a function of the smallest size still leaves to the learner's code. */
const HEAP_MIN_MB = 8;

/**
 * The runtime process of an environment on the kernel's clock: boots it, hands it events, wakes it for its timers
 * while it is not frozen, and tells the listener each effect at its own time.
 */
export class Process {
  readonly tmp: Tmp;
  readonly #host: EnvironmentHost;
  readonly #configuration: FunctionConfiguration;
  readonly #listener: ProcessListener;
  readonly #random: () => number;
  readonly #variables: Readonly<Record<string, string>>;
  readonly #context;
  #isolate: Isolate | undefined;
  /** Counts processes and stages: what an earlier one left on the clock is ignored. */
  #generation = 0;
  #deadline: ScheduledEvent | undefined;
  #wake: ScheduledEvent | undefined;
  #deadlineAt: Microseconds | undefined;

  constructor(
    host: EnvironmentHost,
    environment: number,
    configuration: FunctionConfiguration,
    listener: ProcessListener,
  ) {
    const { functionName, memorySize, logGroup } = configuration;
    const logStream = host.logStream(environment);
    const stream = host.random();
    this.#host = host;
    this.#configuration = configuration;
    this.#listener = listener;
    this.#random = () => stream.uint32();
    this.#variables = processVariables(host, configuration, logStream);
    this.#context = {
      functionName,
      functionVersion: '$LATEST',
      invokedFunctionArn: `arn:aws:lambda:${host.region}:${host.account}:function:${functionName}`,
      memoryLimitInMB: String(memorySize),
      logGroupName: logGroup,
      logStreamName: logStream,
    };
    this.tmp = host.sandbox.createTmp(mebibytes(configuration.ephemeralStorage));
  }

  /** The process exists: an event can be handed to it. */
  get alive(): boolean {
    return this.#isolate !== undefined;
  }

  /** Starts the runtime, which takes `base`, then runs the code outside the handler. */
  boot(base: Microseconds, deadline: Microseconds): void {
    const { kernel, performance, sandbox, epochMs } = this.#host;
    const { code, handler, runtime, memorySize } = this.#configuration;
    const heapMB = Math.max(HEAP_MIN_MB, memorySize - performance.baseMemoryMB(this.#configuration));
    const generation = this.#newStage(deadline);
    kernel.after(base, () => {
      if (generation !== this.#generation) return;
      const isolate = sandbox.createIsolate({
        code,
        handler,
        runtime,
        environment: this.#variables,
        tmp: this.tmp,
        heapLimit: bytes(heapMB * 1_048_576),
        cpuShare: performance.cpuShare(memorySize),
        epochMs,
        random: this.#random,
      });
      this.#isolate = isolate;
      this.#take(isolate.start(kernel.now, deadline));
    });
  }

  /** Delivers an event; the runtime itself takes `overhead` before the handler runs. */
  invoke(overhead: Microseconds, deadline: Microseconds, { requestId, event }: Invocation): void {
    const { kernel } = this.#host;
    const generation = this.#newStage(deadline);
    kernel.after(overhead, () => {
      if (generation !== this.#generation || !this.#isolate) return;
      this.#take(
        this.#isolate.invoke(kernel.now, deadline, {
          requestId,
          event,
          context: this.#context,
          traceId: undefined,
        }),
      );
    });
  }

  /** The stage is over; timers sleep until the next one. */
  freeze(): void {
    this.#generation++;
    this.#clearTimers();
  }

  /** The process is gone. */
  end(): void {
    this.freeze();
    this.#isolate?.dispose();
    this.#isolate = undefined;
  }

  #newStage(deadline: Microseconds): number {
    this.#clearTimers();
    this.#deadlineAt = deadline;
    return ++this.#generation;
  }

  #take(turn: Turn): void {
    const { kernel } = this.#host;
    const generation = this.#generation;
    for (const effect of turn.effects) {
      if (effect.at <= kernel.now) this.#listener.effect(effect);
      else
        kernel.at(effect.at, () => {
          if (generation === this.#generation) this.#listener.effect(effect);
        });
    }
    if (turn.timedOut) {
      this.#awaitDeadline();
      return;
    }
    if (turn.endedAt <= kernel.now) this.#rest(turn);
    else
      kernel.at(turn.endedAt, () => {
        if (generation === this.#generation) this.#rest(turn);
      });
  }

  #rest(turn: Turn): void {
    const generation = this.#generation;
    this.#listener.rest(turn);
    // Still the same stage: the code waits for something, so its timers and its deadline are on the clock.
    if (generation !== this.#generation) return;
    this.#awaitDeadline();
    const { kernel } = this.#host;
    if (turn.wakeAt === undefined || turn.ended) return;
    this.#wake = kernel.at(turn.wakeAt, () => {
      if (generation === this.#generation && this.#isolate) this.#take(this.#isolate.wake(kernel.now));
    });
  }

  #awaitDeadline(): void {
    if (this.#deadline || this.#deadlineAt === undefined) return;
    const generation = this.#generation;
    this.#deadline = this.#host.kernel.at(this.#deadlineAt, () => {
      if (generation === this.#generation) this.#listener.deadline();
    });
  }

  #clearTimers(): void {
    const { kernel } = this.#host;
    if (this.#deadline) kernel.cancel(this.#deadline);
    if (this.#wake) kernel.cancel(this.#wake);
    this.#deadline = this.#wake = undefined;
  }
}
