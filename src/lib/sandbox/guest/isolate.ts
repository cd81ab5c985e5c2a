import type { Bytes, Microseconds } from '$lib/kernel/units';
import { after, between, bytes, milliseconds } from '$lib/kernel/units';
import type { Guest, Instance } from '../engine/instance';
import type { Compiler } from '../engine/compiler';
import { OutOfMemory } from '../engine/out-of-memory';
import { Vm } from '../engine/vm';
import type { Outcome, Value } from '../engine/vm';
import { Disk } from '../files/disk';
import { TmpFiles } from '../files/tmp';
import type { InvokeInput, Isolate, IsolateOptions, Turn } from '../isolate';
import { CodePackage } from '../modules/package';
import { bootGuest } from './boot';
import type { GuestEntry } from './boot';
import { Heap } from './heap';
import { Loader } from './loader';
import type { Loaded } from './loader';
import { Meter } from './meter';
import { operate } from './operations';
import type { Process } from './operations';
import { Outputs } from './outputs';
import { Rejections } from './rejections';
import { Timers } from './timers';

/** Ten times what Lambda takes: the service refuses it by its size, and the rest is of no use. */
const MAX_RESPONSE = 67_108_864;
/** Promise jobs between two looks at the meter. */
const JOBS_A_SLICE = 256;
/** What a full slice of jobs costs at least, in ticks: an endless chain of them must end, however little each does. */
const TICKS_A_SLICE = 4;
/** What calling into the guest costs at least: timers and immediates that set themselves again must end, too. */
const TICKS_AN_ENTRY = 0.02;

/** One runtime process in QuickJS. Everything that it does happens inside {@link GuestIsolate.turn}. */
export class GuestIsolate implements Isolate, Guest, Process {
  readonly code: CodePackage;
  readonly disk: Disk;
  readonly meter: Meter;
  readonly outputs: Outputs;
  readonly timers = new Timers();
  readonly calls = new Map<number, string | undefined>();
  readonly loader: Loader;
  requestId: string | undefined;
  /** The process has said what it had to say: it asks for its next event. */
  finishing = false;
  nextResponse: string | undefined;
  ticksWaiting = false;
  immediatesWaiting = false;

  private vmOrNothing: Vm | undefined;
  private entry: GuestEntry | undefined;
  private heap: Heap | undefined;
  private readonly rejections = new Rejections();
  private deadline: Microseconds;
  private startedAt: Microseconds;
  private ended = false;
  private timedOut = false;
  /** Code was interrupted in the middle because the deadline came. */
  private cut = false;
  private callsHandler = false;
  private broken: 'out-of-memory' | 'crash' | undefined;
  private seed: number | undefined;
  private lastInput: InvokeInput | undefined;

  constructor(
    private readonly instance: Instance,
    readonly compiler: Compiler,
    readonly options: IsolateOptions,
  ) {
    this.code = new CodePackage(options.code);
    this.disk = new Disk(this.code, tmpOf(options), () => Math.floor(this.wallClock()));
    this.meter = new Meter(options.cpuShare);
    this.outputs = new Outputs(() => this.meter.now, options.runtime);
    this.loader = new Loader(this.code, (name) => this.exportsOf(name));
    this.deadline = this.startedAt = milliseconds(0);
  }

  get vm(): Vm {
    if (!this.vmOrNothing) throw new Error('the isolate has not been started');
    return this.vmOrNothing;
  }

  start(now: Microseconds, deadline: Microseconds): Turn {
    this.startedAt = now;
    return this.turn(now, deadline, () => {
      this.boot();
      this.meter.begin(now, deadline);
      this.callsHandler = true;
      this.enter('start');
    });
  }

  invoke(now: Microseconds, deadline: Microseconds, input: InvokeInput): Turn {
    return this.turn(now, deadline, () => {
      this.finishing = false;
      this.requestId = input.requestId;
      const { vm } = this;
      const event = vm.newString(input.event);
      const requestId = vm.newString(input.requestId);
      const context = vm.newString(this.changedContext(input));
      this.callsHandler = true;
      this.enter('invoke', event, requestId, context);
      vm.free(event);
      vm.free(requestId);
      vm.free(context);
    });
  }

  wake(now: Microseconds): Turn {
    return this.turn(now, this.deadline, () => undefined);
  }

  settle(now: Microseconds, id: number, outcome: { readonly ok: string } | { readonly error: string }): Turn {
    return this.turn(now, this.deadline, () => {
      if (!this.calls.has(id)) throw new Error(`call ${id} is not waiting for an answer`);
      this.adoptRequest(this.calls.get(id));
      this.calls.delete(id);
      const { vm } = this;
      const text = 'ok' in outcome ? outcome.ok : outcome.error;
      const args = [vm.newNumber(id), vm.newNumber('ok' in outcome ? 1 : 0), vm.newString(text)];
      this.enter('settle', ...args);
      for (const arg of args) vm.free(arg);
    });
  }

  dispose(): void {
    const vm = this.vmOrNothing;
    this.ended = true;
    this.vmOrNothing = undefined;
    if (!vm || this.instance.broken) return;
    try {
      this.instance.guest = this;
      this.rejections.clear(vm);
      this.entry?.free();
      vm.dispose();
    } catch {
      // Freeing a runtime may abort QuickJS: nothing of this instance is used again.
      this.instance.broken = true;
    } finally {
      this.instance.guest = undefined;
    }
  }

  // What QuickJS calls back --------------------------------------------------------------------------------------

  call(_id: number, _argc: number, argv: number): number {
    try {
      return operate(this, argv);
    } catch (error) {
      // An exception must not cross QuickJS's frames. The next interrupt ends the code instead.
      this.broken = error instanceof OutOfMemory ? 'out-of-memory' : 'crash';
      return 0;
    }
  }

  interrupt(): boolean {
    this.meter.charge(1);
    if (this.heap?.grew && this.heap.isOver(this.vm)) this.broken = 'out-of-memory';
    this.cut ||= this.meter.isOver;
    return this.isStopped();
  }

  loadModule(name: string): number {
    return this.answer(() => this.loader.load(name));
  }

  resolveModule(base: string, specifier: string): number {
    return this.answer(() => ({ text: this.loader.resolveImport(base, specifier) }));
  }

  rejection(promise: bigint, reason: bigint, handled: boolean): void {
    if (!this.vmOrNothing) return;
    try {
      this.rejections.track(this.vm, promise, reason, handled);
    } catch {
      this.broken = 'out-of-memory';
    }
  }

  wallClock(): number {
    return this.seed ?? this.options.epochMs + this.meter.now / 1_000;
  }

  mayGrow(to: number): boolean {
    return this.heap?.mayGrow(bytes(to)) ?? true;
  }

  // Process ------------------------------------------------------------------------------------------------------

  respond(body: string): void {
    this.outputs.push({
      kind: 'response',
      body: body.length > MAX_RESPONSE ? body.slice(0, MAX_RESPONSE) : body,
    });
    this.finishing = true;
  }

  exit(code: number): void {
    if (this.ended) return;
    this.ended = true;
    this.outputs.exit(code);
  }

  get uptime(): Microseconds {
    return between(this.startedAt, this.meter.now);
  }

  heapUsed(): Bytes {
    return this.vm.heapUsed();
  }

  failureValue(json: string): Value | undefined {
    const text = this.vm.newString(json);
    const made = this.entry ? this.vm.call(this.entry.get('failure'), text) : undefined;
    this.vm.free(text);
    return made?.ok ? made.value : undefined;
  }

  /** The context rarely changes from one invocation to the next: it is sent only when it does. */
  private changedContext(input: InvokeInput): string {
    const last = this.lastInput;
    this.lastInput = input;
    if (last && last.traceId === input.traceId && sameContext(last.context, input.context)) return '';
    return JSON.stringify({ ...input.context, traceId: input.traceId });
  }

  // The event loop -----------------------------------------------------------------------------------------------

  private turn(now: Microseconds, deadline: Microseconds, run: () => void): Turn {
    if (this.ended) throw new Error('the process has ended: dispose of it');
    this.deadline = deadline;
    this.meter.begin(now, deadline);
    this.outputs.begin();
    this.instance.guest = this;
    try {
      if (this.instance.broken) this.broken = 'crash';
      else {
        this.heap?.begin();
        run();
        this.loop();
        if (this.heap?.isOverAtEnd(this.vm)) this.broken ??= 'out-of-memory';
      }
    } catch (error) {
      if (error instanceof OutOfMemory) this.broken = 'out-of-memory';
      else {
        this.instance.broken = true;
        this.broken ??= 'crash';
      }
    } finally {
      this.instance.guest = undefined;
    }
    this.conclude();
    return {
      effects: this.outputs.take(),
      endedAt: this.meter.now,
      timedOut: this.timedOut,
      wakeAt: this.ended ? undefined : this.timers.earliest,
      ended: this.ended,
      heapUsed: this.heap?.used ?? bytes(0),
    };
  }

  private conclude(): void {
    if (this.ended) return;
    if (this.broken) {
      this.outputs.killed(this.broken);
      this.ended = true;
    } else if (this.meter.isOver && (this.cut || !this.finishing || this.vm.hasJobs)) {
      this.timedOut = true;
      this.ended = true;
    }
  }

  /** Runs callbacks until nothing more can happen without the world outside. */
  private loop(): void {
    this.drain(this.callsHandler);
    this.callsHandler = false;
    while (!this.isStopped()) {
      if (this.nextResponse !== undefined) {
        this.respond(this.nextResponse);
        this.nextResponse = undefined;
      }
      const last = this.finishing;
      let ran = this.fireDueTimers();
      if (this.immediatesWaiting && !this.isStopped()) {
        this.immediatesWaiting = false;
        this.enter('immediates');
        this.drain();
        ran = true;
      }
      // Once the response is out, the process goes round once more, asks for its next event, and is frozen.
      if (last) return;
      if (ran) continue;
      if (this.timers.keepsAlive || this.calls.size > 0) return;
      this.enter('beforeExit');
      this.drain();
    }
  }

  private fireDueTimers(): boolean {
    const { mark } = this.timers;
    let ran = false;
    while (!this.isStopped()) {
      const timer = this.timers.takeDue(this.meter.now, mark);
      if (!timer) break;
      this.adoptRequest(timer.requestId);
      const id = this.vm.newNumber(timer.id);
      this.enter('fire', id);
      this.vm.free(id);
      this.drain();
      ran = true;
    }
    return ran;
  }

  /**
   * process.nextTick callbacks, then promise jobs, until both are done; then rejections that nobody handles. The client
   * calls handlers from a promise job, so there jobs come first.
   */
  private drain(jobsFirst = false): void {
    while (!this.isStopped()) {
      if (this.ticksWaiting && !(jobsFirst && this.vm.hasJobs)) {
        this.ticksWaiting = false;
        this.enter('ticks');
      } else if (this.vm.hasJobs) {
        this.vm.runJobs(JOBS_A_SLICE);
        if (this.vm.hasJobs) this.meter.charge(TICKS_A_SLICE);
      } else {
        const rejected = this.rejections.take();
        if (!rejected) return;
        this.enter('rejected', rejected.reason, rejected.promise);
        this.vm.free(rejected.reason);
        this.vm.free(rejected.promise);
      }
    }
  }

  private isStopped(): boolean {
    if (this.heap?.refused) this.broken ??= 'out-of-memory';
    return this.ended || this.broken !== undefined || this.meter.isOver;
  }

  /** Node 24's client remembers which invocation a callback belongs to; earlier ones know only the latest. */
  private adoptRequest(requestId: string | undefined): void {
    if (this.options.runtime === 'nodejs24.x') this.requestId = requestId;
  }

  private enter(name: Parameters<GuestEntry['get']>[0], ...args: readonly Value[]): void {
    if (!this.entry) throw new Error('the isolate has not been started');
    this.meter.charge(TICKS_AN_ENTRY);
    const outcome: Outcome = this.vm.call(this.entry.get(name), ...args);
    if (outcome.ok) this.vm.free(outcome.value);
    else this.escaped(outcome.error);
  }

  /** An error left the client itself: the interruption, or a callback's exception that it passes on. */
  private escaped(error: Value): void {
    if (!this.isStopped() && this.entry) {
      const handled = this.vm.call(this.entry.get('uncaught'), error);
      if (handled.ok) this.vm.free(handled.value);
      else {
        // The learner's code has broken what the client itself relies on: it cannot even report the error.
        this.vm.free(handled.error);
        this.outputs.fatal(
          { error: { errorType: 'Error', errorMessage: '' }, stack: '' },
          'uncaught-exception',
        );
        this.exit(1);
      }
    }
    this.vm.free(error);
  }

  private boot(): void {
    const [high, low] = [this.options.random(), this.options.random()];
    // QuickJS seeds Math.random from the clock that it sees while it makes a context.
    this.seed = high + (low % 0x10_0000) * 0x1_0000_0000;
    this.vmOrNothing = new Vm(this.instance);
    this.seed = undefined;
    this.entry = bootGuest(this.vm, this.compiler, this.options.runtime);
    this.heap = new Heap(this.instance, this.options.heapLimit);
  }

  private exportsOf(name: string): readonly string[] {
    const { vm } = this;
    const text = vm.newString(name);
    const outcome = this.entry ? vm.call(this.entry.get('exportsOf'), text) : undefined;
    vm.free(text);
    if (!outcome?.ok) return [];
    const names: unknown = JSON.parse(vm.string(outcome.value));
    vm.free(outcome.value);
    return Array.isArray(names) ? names.filter((each) => typeof each === 'string') : [];
  }

  private answer(load: () => Loaded): number {
    try {
      const loaded = load();
      if ('text' in loaded) return this.vm.give(loaded.text);
      const error = this.failureValue(JSON.stringify(loaded.failure));
      if (error !== undefined) this.vm.free(this.vm.raise(error));
    } catch {
      this.broken = 'crash';
    }
    return 0;
  }

  /** The time at which a timer set now is due. */
  dueAfter(delayMs: number): Microseconds {
    return after(this.meter.now, milliseconds(delayMs));
  }
}

function sameContext(a: InvokeInput['context'], b: InvokeInput['context']): boolean {
  return (
    a === b ||
    (a.invokedFunctionArn === b.invokedFunctionArn &&
      a.functionVersion === b.functionVersion &&
      a.logStreamName === b.logStreamName &&
      a.logGroupName === b.logGroupName &&
      a.memoryLimitInMB === b.memoryLimitInMB &&
      a.functionName === b.functionName &&
      a.tenantId === b.tenantId &&
      a.clientContext === b.clientContext &&
      a.identity === b.identity)
  );
}

/** /tmp must be one that a sandbox made. */
function tmpOf({ tmp }: IsolateOptions): TmpFiles {
  if (tmp instanceof TmpFiles) return tmp;
  throw new TypeError('tmp must come from Sandbox.createTmp');
}
