import type { Bytes } from '$lib/kernel/units';
import { bytes } from '$lib/kernel/units';
import type { Instance } from './instance';
import type { RawModule } from './raw';
import { OutOfMemory } from './out-of-memory';
import { Text } from './text';

/** A pointer to a JSValue on the heap of the instance. Whoever receives one frees it. */
export type Value = number;

/** The outcome of running code: a value, or the error it threw. The receiver frees it. */
export type Outcome =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Value };

/**
 * The C stack that QuickJS may use: some 550 frames of plain functions. Less makes honest recursion shallow; more lets
 * recursion exhaust the host's stack first, which breaks the instance. See also EARLIER_LIMITS in wasm-binary.ts.
 */
const STACK_BYTES = 98_304;

/** JS_NewContext with everything in it. */
const ALL_INTRINSICS = 0;
const JSVALUE_BYTES = 8;
const MAX_ARGUMENTS = 8;

const EVAL_SCRIPT = 0;
const EVAL_COMPILE_ONLY = 32;

/** Offsets inside JSRuntime, in 32-bit words, of the build that package.json pins. Held by a test. */
const WORD_MALLOC_COUNT = 4;
const WORD_STACK_TOP = 31;
const WORD_REJECTION_TRACKER = 40;
const WORD_JOB_LIST = 42;

/** One QuickJS runtime with its context. */
export class Vm {
  readonly text: Text;
  private readonly raw: RawModule;
  private readonly rt: number;
  private readonly ctx: number;
  private readonly argv: number;
  private readonly undefined: Value;
  private readonly usedName: Value;

  constructor(private readonly instance: Instance) {
    const raw = instance.raw;
    this.raw = raw;
    this.text = new Text(raw);
    this.rt = this.allocated(raw._QTS_NewRuntime());
    raw._QTS_RuntimeSetMaxStackSize(this.rt, STACK_BYTES);
    this.ctx = this.allocated(raw._QTS_NewContext(this.rt, ALL_INTRINSICS));
    raw._QTS_RuntimeEnableInterruptHandler(this.rt);
    raw._QTS_RuntimeEnableModuleLoader(this.rt, 1);
    this.words()[this.rt / 4 + WORD_REJECTION_TRACKER] = instance.tracker;
    this.argv = this.allocated(raw._malloc(MAX_ARGUMENTS * JSVALUE_BYTES));
    this.undefined = raw._QTS_GetUndefined();
    this.usedName = this.newString('memory_used_size');
  }

  newString(text: string): Value {
    return this.text.lend(text, (pointer) => this.raw._QTS_NewString(this.ctx, pointer));
  }

  newNumber(value: number): Value {
    return this.raw._QTS_NewFloat64(this.ctx, value);
  }

  newBuffer(content: Uint8Array): Value {
    const pointer = this.allocated(this.raw._malloc(Math.max(1, content.length)));
    this.raw.HEAPU8.set(content, pointer);
    return this.raw._QTS_NewArrayBuffer(this.ctx, pointer, content.length);
  }

  /** A function of the guest that calls {@link Guest.call} with `id`. */
  newFunction(name: string, id: number): Value {
    return this.text.lend(name, (pointer) => this.raw._QTS_NewFunction(this.ctx, pointer, 0, 0, id));
  }

  string(value: Value): string {
    const pointer = this.raw._QTS_GetString(this.ctx, value);
    if (pointer === 0) throw new OutOfMemory('no memory for a string');
    const text = this.text.read(pointer);
    this.raw._QTS_FreeCString(this.ctx, pointer);
    return text;
  }

  number(value: Value): number {
    return this.raw._QTS_GetFloat64(this.ctx, value);
  }

  /** A copy of an ArrayBuffer's bytes. */
  buffer(value: Value): Uint8Array<ArrayBuffer> {
    const length = this.raw._QTS_GetArrayBufferLength(this.ctx, value);
    const pointer = this.raw._QTS_GetArrayBuffer(this.ctx, value);
    return this.raw.HEAPU8.slice(pointer, pointer + length);
  }

  /** Reads a property of an object; the receiver frees it. */
  property(object: Value, name: string): Value {
    const key = this.newString(name);
    const value = this.raw._QTS_GetProp(this.ctx, object, key);
    this.free(key);
    return value;
  }

  /** The nth argument of the running host call: borrowed, not to be freed. */
  argument(argv: number, index: number): Value {
    return argv + index * JSVALUE_BYTES;
  }

  evaluate(code: string, file: string, flags: number): Outcome {
    return this.outcome(
      this.text.lend(code, (pointer, length) =>
        this.text.lend(file, (name) => this.raw._QTS_Eval(this.ctx, pointer, length, name, 0, flags)),
      ),
    );
  }

  /**
   * Evaluates inside a host call as if no stack were in use yet: the parser may use only a small part of it, which
   * nested calls of require() would have used up. `argv` lies where the stack has come to.
   */
  evaluateAfresh(argv: number, code: string, file: string): Outcome {
    const used = (this.words()[this.rt / 4 + WORD_STACK_TOP] ?? argv) - argv;
    this.raw._QTS_RuntimeSetMaxStackSize(this.rt, STACK_BYTES + Math.min(Math.max(0, used), STACK_BYTES / 2));
    try {
      return this.evaluate(code, file, EVAL_SCRIPT);
    } finally {
      this.raw._QTS_RuntimeSetMaxStackSize(this.rt, STACK_BYTES);
    }
  }

  /** The bytecode of a script. Any runtime of the same build can {@link Vm.run} it. */
  compile(code: string, file: string): Uint8Array<ArrayBuffer> {
    const compiled = this.evaluate(code, file, EVAL_COMPILE_ONLY);
    if (!compiled.ok) throw new Error(`${file}: ${this.string(compiled.error)}`);
    const encoded = this.raw._QTS_bjson_encode(this.ctx, compiled.value);
    const bytecode = this.buffer(encoded);
    this.free(encoded);
    this.free(compiled.value);
    return bytecode;
  }

  /** Runs a script's bytecode. It must come from {@link Vm.compile}: QuickJS does not check it. */
  run(bytecode: Uint8Array): Outcome {
    const buffer = this.newBuffer(bytecode);
    const read = this.raw._QTS_bjson_decode(this.ctx, buffer);
    this.free(buffer);
    const fn = new DataView(this.raw.HEAPU8.buffer).getBigUint64(read, true);
    this.raw._free(read);
    const result = this.instance.run(this.ctx, fn);
    const box = this.allocated(this.raw._malloc(JSVALUE_BYTES));
    new DataView(this.raw.HEAPU8.buffer).setBigUint64(box, BigInt.asUintN(64, result), true);
    return this.outcome(box);
  }

  /** Calls a function. The arguments stay the caller's. */
  call(fn: Value, ...args: readonly Value[]): Outcome {
    if (args.length > MAX_ARGUMENTS) throw new RangeError('too many arguments');
    const words = this.words();
    args.forEach((arg, index) => (words[this.argv / 4 + index] = arg));
    return this.outcome(this.raw._QTS_Call(this.ctx, fn, this.undefined, args.length, this.argv));
  }

  /** Makes the running host call throw `error`, which is consumed. The result is what the host call returns. */
  raise(error: Value): Value {
    const thrown = this.raw._QTS_Throw(this.ctx, error);
    this.free(error);
    return thrown;
  }

  duplicate(value: Value): Value {
    return this.raw._QTS_DupValuePointer(this.ctx, value);
  }

  /** A value of its own for the 64 bits of a JSValue that QuickJS lent us. */
  adopt(bits: bigint): Value {
    const box = this.allocated(this.raw._malloc(JSVALUE_BYTES));
    new DataView(this.raw.HEAPU8.buffer).setBigUint64(box, BigInt.asUintN(64, bits), true);
    const owned = this.raw._QTS_DupValuePointer(this.ctx, box);
    this.raw._free(box);
    return owned;
  }

  /** 0 pending, 1 fulfilled, 2 rejected; pending for anything else. */
  promiseState(promise: Value): number {
    return Math.max(0, this.raw._QTS_PromiseState(this.ctx, promise));
  }

  /** A settled promise's value or reason; the receiver frees it. */
  promiseResult(promise: Value): Value {
    return this.raw._QTS_PromiseResult(this.ctx, promise);
  }

  free(value: Value): void {
    this.raw._QTS_FreeValuePointer(this.ctx, value);
  }

  /** Copies text to the heap for C code that will free it: names and sources of modules. */
  give(text: string): number {
    return this.text.give(text);
  }

  get hasJobs(): boolean {
    const head = this.rt + WORD_JOB_LIST * 4;
    return this.words()[head / 4] !== head;
  }

  /** Runs up to `max` promise jobs. An error here is one that no code could catch: the interruption. */
  runJobs(max: number): void {
    const result = this.raw._QTS_ExecutePendingJob(this.rt, max, this.argv);
    this.raw._QTS_FreeValuePointerRuntime(this.rt, result);
  }

  /** Live allocations: cheap, unlike {@link Vm.heapUsed}. */
  get allocations(): number {
    return this.words()[this.rt / 4 + WORD_MALLOC_COUNT] ?? 0;
  }

  /** Walks the whole heap. */
  heapUsed(): Bytes {
    const usage = this.raw._QTS_RuntimeComputeMemoryUsage(this.rt, this.ctx);
    const used = this.raw._QTS_GetProp(this.ctx, usage, this.usedName);
    const total = bytes(this.number(used));
    this.free(used);
    this.free(usage);
    return total;
  }

  /** Frees the runtime. May abort the instance (quickjs-emscripten issue 269): the caller guards it. */
  dispose(): void {
    this.free(this.usedName);
    this.raw._free(this.argv);
    this.raw._QTS_FreeContext(this.ctx);
    this.raw._QTS_FreeRuntime(this.rt);
  }

  private outcome(result: Value): Outcome {
    const error = this.raw._QTS_ResolveException(this.ctx, result);
    if (error === 0) return { ok: true, value: result };
    this.free(result);
    return { ok: false, error };
  }

  private allocated(pointer: number): number {
    if (pointer === 0) throw new OutOfMemory('no memory left in the instance');
    return pointer;
  }

  private words(): Uint32Array {
    return this.text.words();
  }
}
