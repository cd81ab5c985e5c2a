import { createActor } from 'xstate';
import { after, between, microseconds, seconds, type Microseconds } from '$lib/kernel/units';
import type { Effect, Turn } from '$lib/sandbox/isolate';
import type { FunctionConfiguration } from '../configuration';
import {
  environmentRecord,
  frozenRecord,
  initEndRecord,
  initStartRecord,
  resetRecord,
  shutdownRecord,
  tmpRecord,
  type InitPhase,
  type PhaseStatus,
  type ShutdownReason,
} from '../records/environment';
import { logRecord, reportRecord, resultRecord, startRecord, stdoutRecord } from '../records/invocation';
import type { EnvironmentHost } from './environment-host';
import { executionEnvironmentMachine } from './execution-environment.machine';
import type { Failure, Invocation } from './invocation';
import { citations } from './citations';
import { Process } from './process';
import { endedProcessFailure, initFailure, limitedResult, reportedFailure, timeoutFailure } from './failures';

/** What the environment is doing with a deadline: a phase of init, or an invocation. */
interface Stage {
  readonly kind: InitPhase | 'invocation';
  readonly startedAt: Microseconds;
  readonly deadline: Microseconds;
  /** The record that began it. */
  readonly record: number;
}

/** An execution environment at work: drives the process in it, and tells the machine, the trace and the caller. */
export class ExecutionEnvironment {
  readonly number: number;
  readonly configuration: FunctionConfiguration;
  readonly #host: EnvironmentHost;
  readonly #actor;
  readonly #process: Process;
  readonly #createdAt: Microseconds;
  /** Virtual time at which it is replaced even when it is busy all the time. */
  readonly #maximumAge: Microseconds;
  /** Written out in each record: a spread before other members makes V8 build the object slowly (2 µs a record). */
  readonly #functionName: string;
  #stage: Stage | undefined;
  #invocation: Invocation | undefined;
  #lastRecord: number;
  #invocations = 0;
  #initDuration: Microseconds | undefined;
  #maxMemoryUsedMB: number;
  #ready = false;
  #result: { readonly failure: Failure | undefined } | undefined;
  #ended: Failure | undefined;
  #tmpListing = '[]';
  #retirement: ShutdownReason | undefined;

  constructor(host: EnvironmentHost, number: number, configuration: FunctionConfiguration, cause: number) {
    const { kernel, quotas, performance } = host;
    this.number = number;
    this.configuration = configuration;
    this.#host = host;
    this.#createdAt = kernel.now;
    this.#maximumAge = performance.maximumAge(configuration);
    this.#maxMemoryUsedMB = performance.baseMemoryMB(configuration);
    this.#functionName = configuration.functionName;
    this.#lastRecord = kernel.trace.append(
      environmentRecord,
      kernel.now,
      {
        environment: this.number,
        functionName: this.#functionName,
        version: '$LATEST',
        runtime: configuration.runtime,
        logGroup: configuration.logGroup,
        logStream: host.logStream(number),
        memorySizeMB: configuration.memorySize,
        tmpLimitMB: configuration.ephemeralStorage,
      },
      { cause, rules: citations.coldStart },
    );
    this.#process = new Process(host, number, configuration, {
      effect: (effect) => this.#onEffect(effect),
      rest: (turn) => this.#onRest(turn),
      deadline: () => this.#onDeadline(),
    });
    this.#actor = createActor(executionEnvironmentMachine, {
      clock: host.clock,
      input: { idleMs: quotas.idleReclaimUs / 1_000, onShutDown: () => this.#shutDown() },
    });
    this.#actor.start();
  }

  /** Serves the first event: starts the microVM, initialises, invokes. */
  begin(invocation: Invocation): void {
    this.#invocation = invocation;
    const { kernel, performance } = this.#host;
    kernel.after(performance.platformStart(this.configuration), () => this.#initialise('init'));
  }

  /** Thaws the environment for another event. */
  deliver(invocation: Invocation): void {
    this.#invocation = invocation;
    this.#actor.send({ type: 'INVOKE' });
    if (this.#process.alive) this.#invoke(this.#host.kernel.now, invocation.record);
    else this.#initialise('invoke');
  }

  /** Takes no more events: shut down now if at rest, else when the present one is done. */
  retire(reason: ShutdownReason): void {
    this.#retirement = reason;
    if (!this.#invocation) this.#actor.send({ type: 'RETIRE' });
  }

  #initialise(phase: InitPhase): void {
    const { kernel, quotas, performance } = this.#host;
    const startedAt = kernel.now;
    const record = kernel.trace.append(
      initStartRecord,
      startedAt,
      { environment: this.number, functionName: this.#functionName, phase },
      { cause: this.#lastRecord, rules: phase === 'init' ? citations.init : citations.suppressedInit },
    );
    const limit = phase === 'init' ? quotas.initLimitUs : this.configuration.timeout * 1_000_000;
    this.#stage = { kind: phase, startedAt, deadline: after(startedAt, microseconds(limit)), record };
    this.#begin();
    this.#process.boot(performance.initDuration(this.configuration), this.#stage.deadline);
  }

  #invoke(startedAt: Microseconds, cause: number): void {
    const { kernel, performance } = this.#host;
    const invocation = this.#takeInvocation();
    const first = this.#invocations === 0;
    const record = kernel.trace.append(
      startRecord,
      kernel.now,
      {
        environment: this.number,
        functionName: this.#functionName,
        version: '$LATEST',
        requestId: invocation.requestNumber,
        cold: first,
      },
      { cause: [cause, invocation.record], rules: first ? citations.coldInvoke : citations.warmInvoke },
    );
    const deadline = after(startedAt, seconds(this.configuration.timeout));
    this.#stage = { kind: 'invocation', startedAt, deadline, record };
    this.#begin();
    this.#invocations++;
    this.#process.invoke(performance.overhead(this.configuration, first), deadline, invocation);
  }

  #begin(): void {
    this.#ready = false;
    this.#result = undefined;
    this.#ended = undefined;
  }

  #onEffect(effect: Effect): void {
    const { kernel } = this.#host;
    const stage = this.#takeStage();
    const cause = { cause: stage.record };
    switch (effect.kind) {
      case 'log': {
        const { level, message, requestId } = effect;
        const rules = citations.log;
        kernel.trace.append(
          logRecord,
          kernel.now,
          { environment: this.number, functionName: this.#functionName, level, message, requestId },
          { ...cause, rules },
        );
        return;
      }
      case 'stdout':
        kernel.trace.append(
          stdoutRecord,
          kernel.now,
          { environment: this.number, functionName: this.#functionName, text: effect.text },
          cause,
        );
        return;
      case 'ready':
        this.#ready = true;
        return;
      case 'init-error':
        this.#ended = initFailure(effect);
        return;
      case 'response':
        this.#answer(limitedResult(effect.body, this.#host.quotas.responsePayloadBytes), effect.body);
        return;
      case 'error':
        this.#answer(reportedFailure(effect), undefined);
        return;
      case 'exit':
        // Killed for memory: all of the setting was in use.
        if (effect.reason === 'out-of-memory') this.#maxMemoryUsedMB = this.configuration.memorySize;
        this.#ended ??= endedProcessFailure(effect, this.#takeInvocation().requestId, stage.kind);
        return;
      case 'call':
        throw new Error(`the sandbox asked for ${effect.service}:${effect.action}, which it does not offer`);
    }
  }

  /** The process came to rest (nothing runs until something happens from outside), or it is gone. */
  #onRest(turn: Turn): void {
    this.#noteMemory(turn);
    const stage = this.#takeStage();
    if (stage.kind !== 'invocation') {
      if (this.#ended) this.#endInit(stage.kind, 'error', this.#ended);
      else if (this.#ready) this.#endInit(stage.kind, 'success', undefined);
    } else if (this.#ended) this.#endInvocation('error', this.#ended);
    else if (this.#result) this.#endInvocation('success', this.#result.failure);
  }

  #onDeadline(): void {
    const stage = this.#takeStage();
    const failure = timeoutFailure(this.#takeInvocation().requestId, stage.deadline - stage.startedAt);
    if (stage.kind === 'invocation') this.#endInvocation('timeout', failure);
    else this.#endInit(stage.kind, 'timeout', failure);
  }

  #endInit(phase: InitPhase, status: PhaseStatus, failure: Failure | undefined): void {
    const { kernel } = this.#host;
    const stage = this.#takeStage();
    const duration = between(stage.startedAt, kernel.now);
    // A timeout has no error type in the log: its status says it all.
    const errorType = status === 'error' ? failure?.errorType : undefined;
    this.#lastRecord = kernel.trace.append(
      initEndRecord,
      kernel.now,
      { environment: this.number, functionName: this.#functionName, phase, duration, status, errorType },
      { cause: stage.record, rules: status === 'success' ? citations.initDone : (failure?.rules ?? []) },
    );
    if (status === 'success') {
      if (phase === 'init') this.#initDuration = duration;
      this.#actor.send({ type: 'INITIALISED' });
      this.#invoke(phase === 'init' ? kernel.now : stage.startedAt, this.#lastRecord);
      return;
    }
    this.#process.end();
    this.#actor.send({ type: 'INIT_FAILED' });
    if (phase === 'init') this.#initialise('invoke');
    else this.#failInvocation(stage, status, failure);
  }

  /** The invocation never reached the handler: its START, END and REPORT come after the init that failed. */
  #failInvocation(init: Stage, status: PhaseStatus, failure: Failure | undefined): void {
    const { kernel } = this.#host;
    const record = kernel.trace.append(
      startRecord,
      kernel.now,
      {
        environment: this.number,
        functionName: this.#functionName,
        version: '$LATEST',
        requestId: this.#takeInvocation().requestNumber,
        cold: false,
      },
      { cause: this.#lastRecord, rules: citations.suppressedInit },
    );
    this.#invocations++;
    this.#stage = { kind: 'invocation', startedAt: init.startedAt, deadline: init.deadline, record };
    this.#begin();
    this.#endInvocation(status, failure, true);
  }

  /** Sends the caller its answer; the environment may still be busy for a moment. */
  #answer(failure: Failure | undefined, body: string | undefined): void {
    if (this.#result) return;
    const { kernel } = this.#host;
    const invocation = this.#takeInvocation();
    const record = kernel.trace.append(
      resultRecord,
      kernel.now,
      {
        environment: this.number,
        functionName: this.#functionName,
        requestId: invocation.requestNumber,
        functionError: failure && 'Unhandled',
        payload: failure?.payload ?? body ?? 'null',
        position: failure?.position,
      },
      { cause: this.#takeStage().record, rules: failure ? failure.rules : citations.result },
    );
    this.#result = { failure };
    invocation.answer({ functionError: failure && 'Unhandled', record });
  }

  #endInvocation(
    status: PhaseStatus,
    failure: Failure | undefined,
    processEnded = status !== 'success',
  ): void {
    const { kernel, performance } = this.#host;
    const stage = this.#takeStage();
    const invocation = this.#takeInvocation();
    if (!this.#result) this.#answer(failure, undefined);
    if (processEnded) this.#process.end();
    const duration = between(stage.startedAt, kernel.now);
    const initDuration = this.#invocations === 1 ? this.#initDuration : undefined;
    const errorType = status === 'error' ? failure?.errorType : undefined;
    this.#lastRecord = kernel.trace.append(
      reportRecord,
      kernel.now,
      {
        environment: this.number,
        functionName: this.#functionName,
        requestId: invocation.requestNumber,
        duration,
        billedMs: performance.billedMs(duration, initDuration),
        initDuration,
        memorySizeMB: this.configuration.memorySize,
        maxMemoryUsedMB: this.#maxMemoryUsedMB,
        status,
        errorType,
      },
      { cause: stage.record, rules: initDuration === undefined ? citations.report : citations.coldReport },
    );
    this.#rest(processEnded ? (failure?.errorType ?? status) : undefined);
  }

  /** Back to rest after an invocation: frozen, or reset when the process is gone; then free for the next event. */
  #rest(resetBecause: string | undefined): void {
    const { kernel, quotas } = this.#host;
    this.#process.freeze();
    this.#recordTmp();
    this.#stage = undefined;
    this.#invocation = undefined;
    this.#host.done();
    const cause = this.#lastRecord;
    if (resetBecause === undefined) this.#actor.send({ type: 'DONE' });
    else {
      this.#actor.send({ type: 'PROCESS_ENDED' });
      const values = { environment: this.number, functionName: this.#functionName, errorType: resetBecause };
      this.#lastRecord = kernel.trace.append(resetRecord, kernel.now, values, {
        cause,
        rules: citations.reset,
      });
    }
    if (between(this.#createdAt, kernel.now) >= this.#maximumAge) this.#retirement ??= 'age';
    if (this.#retirement) {
      this.#actor.send({ type: 'RETIRE' });
      return;
    }
    this.#lastRecord = kernel.trace.append(
      frozenRecord,
      kernel.now,
      {
        environment: this.number,
        functionName: this.#functionName,
        tmpUsed: this.#process.tmp.used,
        keptFor: quotas.idleReclaimUs,
      },
      { cause: this.#lastRecord, rules: citations.frozen },
    );
    this.#host.atRest(this);
  }

  #recordTmp(): void {
    const { kernel } = this.#host;
    const { tmp } = this.#process;
    if (tmp.used === 0 && this.#tmpListing === '[]') return;
    const files = JSON.stringify(tmp.list());
    if (files === this.#tmpListing) return;
    this.#tmpListing = files;
    const values = { environment: this.number, functionName: this.#functionName, files };
    kernel.trace.append(tmpRecord, kernel.now, values, { cause: this.#lastRecord, rules: citations.tmp });
  }

  #shutDown(): void {
    const { kernel } = this.#host;
    const reason = this.#retirement ?? 'idle';
    this.#process.end();
    kernel.trace.append(
      shutdownRecord,
      kernel.now,
      { environment: this.number, functionName: this.#functionName, reason, invocations: this.#invocations },
      { cause: this.#lastRecord, rules: citations.shutdown[reason] },
    );
    this.#host.gone(this);
  }

  #noteMemory(turn: Turn): void {
    const { performance } = this.#host;
    const used = performance.baseMemoryMB(this.configuration) + Math.ceil(turn.heapUsed / 1_048_576);
    const highest = Math.max(this.#maxMemoryUsedMB, used);
    this.#maxMemoryUsedMB = Math.min(highest, this.configuration.memorySize);
  }

  #takeStage(): Stage {
    if (!this.#stage) throw new Error(`environment ${this.number} is at rest`);
    return this.#stage;
  }

  #takeInvocation(): Invocation {
    if (!this.#invocation) throw new Error(`environment ${this.number} has no event`);
    return this.#invocation;
  }
}
