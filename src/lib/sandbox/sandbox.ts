import type { Bytes } from '$lib/kernel/units';
import { mebibytes } from '$lib/kernel/units';
import { compilerOf } from './engine/compiler';
import { Instance } from './engine/instance';
import type { EngineCode } from './engine/raw';
import { TmpFiles } from './files/tmp';
import { GuestIsolate } from './guest/isolate';
import type { Isolate, IsolateOptions, Sandbox, Tmp } from './isolate';

export interface SandboxOptions {
  /** QuickJS, compiled once: from load-node or load-browser. */
  readonly engine: EngineCode;
  /** The hard stop: what one WASM instance may grow to. */
  readonly memoryLimit?: Bytes;
}

const DEFAULT_MEMORY_LIMIT = mebibytes(512);

/**
 * Environments are put into an instance until it has grown to this share of its limit or holds this many; then the
 * next one gets a new instance.
 */
const FILLED_SHARE = 0.5;
const MAX_ISOLATES = 256;

/** Makes the sandbox of one function: WASM instances of its own, shared by its execution environments. */
export function createSandbox({ engine, memoryLimit = DEFAULT_MEMORY_LIMIT }: SandboxOptions): Sandbox {
  let current: { instance: Instance; isolates: number } | undefined;
  const room = (): Instance => {
    const full =
      !current ||
      current.instance.broken ||
      current.isolates >= MAX_ISOLATES ||
      current.instance.size > memoryLimit * FILLED_SHARE;
    if (full || !current) current = { instance: new Instance(engine, memoryLimit), isolates: 0 };
    current.isolates += 1;
    return current.instance;
  };
  return {
    createTmp: (limit: Bytes): Tmp => new TmpFiles(limit),
    createIsolate: (options: IsolateOptions): Isolate =>
      new GuestIsolate(room(), compilerOf(engine), options),
    dispose() {
      current = undefined;
    },
  };
}
