import glue from '@jitl/quickjs-wasmfile-release-sync/emscripten-module';
import wasmUrl from '@jitl/quickjs-wasmfile-release-sync/wasm?url';
import type { EngineCode } from './engine/raw';
import { prepareModule } from './engine/wasm-binary';

/** Fetches and compiles QuickJS in a browser or a web worker. */
export async function loadEngine(): Promise<EngineCode> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`QuickJS could not be fetched: HTTP ${response.status}`);
  const module = await WebAssembly.compile(prepareModule(new Uint8Array(await response.arrayBuffer())));
  return { glue: (target) => glue(target), module };
}
