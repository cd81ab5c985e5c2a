import type { Value, Vm } from '../engine/vm';
import type { Failure } from '../vm/bridge';
import { FAILURE } from '../vm/bridge';

/** Arguments of the running host call, after the operation's number. */
export interface Arguments {
  text(index: number): string;
  number(index: number): number;
  /** A copy of an ArrayBuffer. */
  bytes(index: number): Uint8Array;
  /** Borrowed. */
  value(index: number): Value;
  /** Where they lie. */
  readonly argv: number;
}

/** What a host operation gives back to the guest: a JSValue is handed over. */
export type Answer = string | number | undefined | Uint8Array | { readonly value: Value };

export function argumentsAt(vm: Vm, argv: number): Arguments {
  const value = (index: number): Value => vm.argument(argv, index + 1);
  return {
    argv,
    value,
    text: (index) => vm.string(value(index)),
    number: (index) => vm.number(value(index)),
    bytes: (index) => vm.buffer(value(index)),
  };
}

export function failure(of: Failure): string {
  return FAILURE + JSON.stringify(of);
}

/** An answer of a library: text, bytes or a failure. */
export function fromLibrary(
  answer: { readonly text: string } | { readonly bytes: Uint8Array } | { readonly failure: Failure },
): Answer {
  if ('failure' in answer) return failure(answer.failure);
  return 'text' in answer ? answer.text : answer.bytes;
}
