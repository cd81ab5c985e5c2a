/** A fault in something that a person wrote: where it is, and what to do about it. */
export interface Fault {
  /** `template.Resources.Orders.Properties.MemorySize`, `orders/index.mjs:3:5`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  /** Where in the scenario's text, when that is known; lines and columns count from 1. */
  readonly line?: number;
  readonly column?: number;
}
