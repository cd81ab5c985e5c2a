import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { EngineCode, Glue } from './engine/raw';
import { prepareModule } from './engine/wasm-binary';

const PACKAGE = '@jitl/quickjs-wasmfile-release-sync';

/** Compiles QuickJS in Node: for tests, the command line and the bench. */
export async function loadEngine(): Promise<EngineCode> {
  const require = createRequire(import.meta.url);
  const bytes = await readFile(require.resolve(`${PACKAGE}/wasm`));
  const module = await WebAssembly.compile(prepareModule(bytes));
  return { glue: glueOf(require(`${PACKAGE}/emscripten-module`)), module };
}

function glueOf(loaded: unknown): Glue {
  const glue: unknown =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded;
  if (typeof glue !== 'function') throw new Error(`${PACKAGE} has no glue code`);
  return (module) => Promise.resolve<unknown>(Reflect.apply(glue, undefined, [module]));
}
