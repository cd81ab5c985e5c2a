/**
 * QuickJS's format strings for the commonest mistakes, by their address in the build that package.json pins, and V8's
 * words for them: code sees them in `error.message`. What QuickJS does not know, such as the name of what is no
 * function, is added when an error is shown (guest/messages.ts).
 */
const WORDINGS: readonly (readonly [address: number, v8: string])[] = [
  [/* cannot read property '%s' of null */ 12_236, "Cannot read properties of null (reading '%s')"],
  [/* cannot read property '%s' of undefined */ 18_076, "Cannot read properties of undefined (reading '%s')"],
  [/* cannot set property '%s' of null */ 12_203, "Cannot set properties of null (setting '%s')"],
  [/* cannot set property '%s' of undefined */ 18_038, "Cannot set properties of undefined (setting '%s')"],
  [/* '%s' is not defined */ 18_188, '%s is not defined'],
  [/* %s is not initialized */ 17_405, "Cannot access '%s' before initialization"],
];

/**
 * Where V8's words are put: behind the module's data, which ends at 87,226, where the C stack would only get to after
 * 5 MB; QuickJS stops it at 0.15 MB.
 */
const BASE = 90_112;

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

let next = BASE;

/** Each string's old and new address, and the bytes to put there, with the zero that ends them. */
export const PLACED: readonly Placed[] = WORDINGS.map(([from, v8]) => {
  const bytes = new TextEncoder().encode(`${v8}\0`);
  const to = next;
  next += bytes.length;
  return { from, to, bytes };
});
