import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
} from 'quickjs-emscripten-core';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { HANDLER } from './handler';

interface Environment {
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
  readonly call: QuickJSHandle;
}

/** JSON text in, JSON text out: all that crosses the boundary, as in the product. */
const CALL = `(handler) => (text) => handler(JSON.parse(text)).then((result) => JSON.stringify(result))`;

/**
 * The same handler on quickjs-emscripten-core and nothing else: a runtime and a context for each environment, an
 * interrupt handler set, a call, its jobs, its promise's value.
 */
export class Bare {
  readonly #environments: readonly Environment[];
  #next = 0;
  /** Interrupts seen: what a meter would count. */
  interrupts = 0;

  private constructor(environments: readonly Environment[]) {
    this.#environments = environments;
  }

  static async create(count: number): Promise<Bare> {
    const quickjs = await newQuickJSWASMModuleFromVariant(variant);
    const environments: Environment[] = [];
    const bare = new Bare(environments);
    for (let n = 0; n < count; n++) {
      const runtime = quickjs.newRuntime();
      runtime.setInterruptHandler(() => {
        bare.interrupts += 1;
        return false;
      });
      const context = runtime.newContext();
      const module = context.unwrapResult(context.evalCode(HANDLER, 'index.mjs', { type: 'module' }));
      const handler = context.getProp(module, 'handler');
      const wrap = context.unwrapResult(context.evalCode(CALL));
      const call = context.unwrapResult(context.callFunction(wrap, context.undefined, handler));
      for (const handle of [module, handler, wrap]) handle.dispose();
      environments.push({ runtime, context, call });
    }
    return bare;
  }

  /** Makes `count` calls, one environment after another. Returns the length of all results, so that none is skipped. */
  run(count: number, event: string): number {
    let length = 0;
    for (let n = 0; n < count; n++) {
      const environment = this.#environments[this.#next];
      if (!environment) throw new Error('no environment');
      this.#next = (this.#next + 1) % this.#environments.length;
      length += invoke(environment, event).length;
    }
    return length;
  }

  dispose(): void {
    for (const { runtime, context, call } of this.#environments) {
      call.dispose();
      context.dispose();
      runtime.dispose();
    }
  }
}

function invoke({ runtime, context, call }: Environment, event: string): string {
  const text = context.newString(event);
  const promise = context.unwrapResult(context.callFunction(call, context.undefined, text));
  text.dispose();
  runtime.executePendingJobs();
  const state = context.getPromiseState(promise);
  if (state.type !== 'fulfilled') throw new Error(`the handler's promise is ${state.type}`);
  const body = context.getString(state.value);
  state.value.dispose();
  promise.dispose();
  return body;
}
