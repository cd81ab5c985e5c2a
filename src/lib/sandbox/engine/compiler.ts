import { mebibytes } from '$lib/kernel/units';
import { Instance } from './instance';
import type { EngineCode } from './raw';
import { Vm } from './vm';

const MEMORY_LIMIT = mebibytes(32);

/** Compiles the sandbox's own code, each part once, in an instance that runs nothing else. */
export class Compiler {
  private readonly known = new Map<string, Uint8Array<ArrayBuffer>>();
  private vm: Vm | undefined;

  constructor(private readonly engine: EngineCode) {}

  /** Bytecode of a script; `file` is what stacks will call it. */
  bytecode(source: string, file: string): Uint8Array<ArrayBuffer> {
    const known = this.known.get(source);
    if (known) return known;
    this.vm ??= new Vm(new Instance(this.engine, MEMORY_LIMIT));
    const compiled = this.vm.compile(source, file);
    this.known.set(source, compiled);
    return compiled;
  }
}

const compilers = new WeakMap<WebAssembly.Module, Compiler>();

/** The compiler of an engine: all sandboxes share it. */
export function compilerOf(engine: EngineCode): Compiler {
  const compiler = compilers.get(engine.module) ?? new Compiler(engine);
  compilers.set(engine.module, compiler);
  return compiler;
}
