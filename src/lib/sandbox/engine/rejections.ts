/**
 * A WebAssembly function that QuickJS can call through its function table, and that calls a host function: WebAssembly
 * tables hold no plain JavaScript functions. The type is that of QuickJS's rejection tracker:
 * `(JSContext*, JSValue promise, JSValue reason, int isHandled, void*) -> void`, where a JSValue is 64 bits wide.
 */
// prettier-ignore
const TRAMPOLINE = Uint8Array.from([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  0x01, 0x09, 0x01, 0x60, 0x05, 0x7f, 0x7e, 0x7e, 0x7f, 0x7f, 0x00, // type 0
  0x02, 0x07, 0x01, 0x01, 0x68, 0x01, 0x66, 0x00, 0x00, // import h.f
  0x03, 0x02, 0x01, 0x00, // one function of type 0
  0x07, 0x05, 0x01, 0x01, 0x74, 0x00, 0x01, // export t
  0x0a, 0x10, 0x01, 0x0e, 0x00, 0x20, 0x00, 0x20, 0x01, 0x20, 0x02, 0x20, 0x03, 0x20, 0x04, 0x10, 0x00, 0x0b,
]);

let compiled: WebAssembly.Module | undefined;

export type RejectionTracker = (ctx: number, promise: bigint, reason: bigint, handled: number) => void;

export function trackerFunction(track: RejectionTracker): unknown {
  compiled ??= new WebAssembly.Module(TRAMPOLINE);
  return new WebAssembly.Instance(compiled, { h: { f: track } }).exports['t'];
}
