import type { Bytes } from '$lib/kernel/units';
import type { EngineCode, HostCallbacks, RawModule } from './raw';
import { trackerFunction } from './rejections';
import { PLACED } from './wording';
import { RUN_EXPORT, TABLE_EXPORT, WRONG_BUILD } from './wasm-binary';

/** Names that the build gives to imports and exports which the glue code does not rename. Held by a test. */
const IMPORTS = 'a';
const IMPORT_CLOCK = 'p';
const IMPORT_LOCAL_TIME = 'm';
const EXPORT_CONSTRUCTORS = 'u';

const PAGE_BYTES = 65_536;

/** The module's own data and its C stack fill the first 5 MB; it refuses to start with less than 16 MB. */
const INITIAL_PAGES = 256;

/** The part of a guest that QuickJS calls back into. */
export interface Guest {
  call(id: number, argc: number, argv: number): number;
  /** Called once per 10,000 branches. True stops the code, and no `catch` of it sees why. */
  interrupt(): boolean;
  loadModule(name: string): number;
  resolveModule(base: string, name: string): number;
  rejection(promise: bigint, reason: bigint, handled: boolean): void;
  /** What `Date` shows, in milliseconds since 1970. */
  wallClock(): number;
  /** May the memory grow to so many bytes? Refusal fails the allocation inside the guest. */
  mayGrow(to: number): boolean;
}

/**
 * One instance of QuickJS with a memory of its own. Instantiation is synchronous. Many runtimes live in it, one of
 * them running at a time: the {@link Instance.guest}. After a trap or a host exception nothing in it can be trusted
 * ({@link Instance.broken}): it is thrown away, never repaired.
 */
export class Instance {
  readonly raw: RawModule;
  readonly memory: WebAssembly.Memory;
  /** JS_EvalFunction: runs a function that was read from bytecode, and frees it. JSValues are 64 bits. */
  readonly run: (ctx: number, fn: bigint) => bigint;
  /** Index of the rejection tracker in the function table. */
  readonly tracker: number;
  guest: Guest | undefined;
  broken = false;

  constructor(code: EngineCode, maximum: Bytes) {
    this.memory = new WebAssembly.Memory({
      initial: INITIAL_PAGES,
      maximum: Math.max(INITIAL_PAGES, Math.floor(maximum / PAGE_BYTES)),
    });
    this.guardGrowth();
    const { raw, table, run } = instantiate(
      code,
      this.memory,
      this.callbacks(),
      () => this.guest?.wallClock() ?? 0,
    );
    this.raw = raw;
    this.run = run;
    this.tracker = table.length - 1;
    table.set(
      this.tracker,
      trackerFunction((_ctx, promise, reason, handled) =>
        this.guest?.rejection(promise, reason, handled !== 0),
      ),
    );
  }

  get size(): number {
    return this.memory.buffer.byteLength;
  }

  private guardGrowth(): void {
    const grow = this.memory.grow.bind(this.memory);
    this.memory.grow = (pages: number) => {
      const to = this.memory.buffer.byteLength + pages * PAGE_BYTES;
      if (this.guest && !this.guest.mayGrow(to)) throw new RangeError('the guest may not grow its memory');
      return grow(pages);
    };
  }

  private callbacks(): HostCallbacks {
    return {
      callFunction: (_, _ctx, _self, argc, argv, id) => this.guest?.call(id, argc, argv) ?? 0,
      shouldInterrupt: () => (this.guest?.interrupt() ? 1 : 0),
      loadModuleSource: (_, _rt, _ctx, name) => this.guest?.loadModule(name) ?? 0,
      normalizeModule: (_, _rt, _ctx, base, name) => this.guest?.resolveModule(base, name) ?? 0,
      freeHostRef: () => undefined,
    };
  }
}

/**
 * Runs the package's asynchronous glue code synchronously: everything that matters happens before its first await,
 * as long as the instance is handed to it at once.
 */
function instantiate(
  code: EngineCode,
  memory: WebAssembly.Memory,
  callbacks: HostCallbacks,
  clock: () => number,
): Pick<Instance, 'raw' | 'run'> & { table: WebAssembly.Table } {
  let run: Instance['run'] | undefined;
  let table: WebAssembly.Table | undefined;
  const target = {
    wasmMemory: memory,
    callbacks,
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: { exports: object }) => void) => {
      const functions = { ...imports[IMPORTS], [IMPORT_CLOCK]: clock, [IMPORT_LOCAL_TIME]: utc(memory) };
      const { exports } = new WebAssembly.Instance(code.module, { ...imports, [IMPORTS]: functions });
      const constructors = exported(exports, EXPORT_CONSTRUCTORS);
      const functionTable = exports[TABLE_EXPORT];
      const evalFunction = exported(exports, RUN_EXPORT);
      if (!(functionTable instanceof WebAssembly.Table)) throw new Error(WRONG_BUILD);
      constructors();
      for (const { to, bytes } of PLACED) new Uint8Array(memory.buffer).set(bytes, to);
      table = functionTable;
      run = (ctx, fn) => evalFunction(ctx, fn) ?? 0n;
      done({ exports: { ...exports, [EXPORT_CONSTRUCTORS]: () => undefined } });
    },
  };
  void code.glue(target);
  if (!isRaw(target) || !table || !run)
    throw new Error('the glue code of QuickJS did not start synchronously');
  return { raw: target, table, run };
}

/** A function that the module exports; JSValues pass as 64-bit integers. */
function exported(
  exports: WebAssembly.Exports,
  name: string,
): (...args: readonly (number | bigint)[]) => bigint | undefined {
  const found = exports[name];
  if (typeof found !== 'function') throw new Error(WRONG_BUILD);
  return (...args) => {
    const result: unknown = Reflect.apply(found, undefined, args);
    return typeof result === 'bigint' ? result : undefined;
  };
}

function isRaw(target: object): target is RawModule {
  return '_QTS_NewRuntime' in target && 'HEAPU8' in target;
}

/** `localtime` for a machine in UTC, as Lambda's are: QuickJS only reads the offset, so the rest stays zero. */
function utc(memory: WebAssembly.Memory): (time: bigint, tm: number) => void {
  const TM_BYTES = 44;
  return (_time, tm) => void new Uint8Array(memory.buffer, tm, TM_BYTES).fill(0);
}
