/**
 * What the sandbox uses of the QuickJS module: its C functions, as the package's glue code names them. Pointers and
 * sizes are plain numbers; `ctx` is a JSContext*, `rt` a JSRuntime*, and a value is a pointer to a JSValue on the heap
 * that must be freed.
 */
export interface RawModule {
  HEAPU8: Uint8Array;
  callbacks: HostCallbacks;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _QTS_NewRuntime(): number;
  _QTS_FreeRuntime(rt: number): void;
  _QTS_NewContext(rt: number, intrinsics: number): number;
  _QTS_FreeContext(ctx: number): void;
  _QTS_RuntimeSetMaxStackSize(rt: number, bytes: number): void;
  _QTS_RuntimeEnableInterruptHandler(rt: number): void;
  _QTS_RuntimeEnableModuleLoader(rt: number, customNormalize: number): void;
  _QTS_RuntimeComputeMemoryUsage(rt: number, ctx: number): number;
  _QTS_IsJobPending(rt: number): number;
  _QTS_ExecutePendingJob(rt: number, max: number, contextOut: number): number;
  _QTS_Eval(ctx: number, code: number, length: number, file: number, detect: number, flags: number): number;
  _QTS_Call(ctx: number, fn: number, self: number, argc: number, argv: number): number;
  _QTS_ResolveException(ctx: number, value: number): number;
  _QTS_NewFunction(ctx: number, name: number, arity: number, constructor: number, id: number): number;
  _QTS_NewString(ctx: number, text: number): number;
  _QTS_NewFloat64(ctx: number, value: number): number;
  _QTS_NewArrayBuffer(ctx: number, bytes: number, length: number): number;
  _QTS_GetString(ctx: number, value: number): number;
  _QTS_FreeCString(ctx: number, text: number): void;
  _QTS_GetFloat64(ctx: number, value: number): number;
  _QTS_GetArrayBuffer(ctx: number, value: number): number;
  _QTS_GetArrayBufferLength(ctx: number, value: number): number;
  _QTS_GetProp(ctx: number, self: number, name: number): number;
  _QTS_DupValuePointer(ctx: number, value: number): number;
  _QTS_FreeValuePointer(ctx: number, value: number): void;
  _QTS_FreeValuePointerRuntime(rt: number, value: number): void;
  _QTS_PromiseState(ctx: number, promise: number): number;
  _QTS_PromiseResult(ctx: number, promise: number): number;
  _QTS_Throw(ctx: number, error: number): number;
  _QTS_NewError(ctx: number): number;
  _QTS_GetUndefined(): number;
  _QTS_bjson_encode(ctx: number, value: number): number;
  _QTS_bjson_decode(ctx: number, bytes: number): number;
}

/** How QuickJS calls out. The first argument is a leftover of asynchronous builds. */
export interface HostCallbacks {
  callFunction(_: unknown, ctx: number, self: number, argc: number, argv: number, id: number): number;
  shouldInterrupt(_: unknown, rt: number): number;
  loadModuleSource(_: unknown, rt: number, ctx: number, name: string): number;
  normalizeModule(_: unknown, rt: number, ctx: number, base: string, name: string): number;
  freeHostRef(_: unknown, rt: number, id: number): void;
}

/** The package's glue code: fills the object that it is given. */
export type Glue = (module: object) => Promise<unknown>;

/** A compiled QuickJS: made once, instantiated for each function. */
export interface EngineCode {
  readonly glue: Glue;
  readonly module: WebAssembly.Module;
}
