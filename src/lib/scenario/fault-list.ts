import type { Fault } from './fault';
import { formatPath, type Path } from './path';
import { cut } from './quote';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Beyond this many, further faults are counted only. */
const FAULTS_MAX = 100;

/** A message may quote what was written, which may be a million characters. */
const MESSAGE_LENGTH_MAX = 2_000;
const PATH_LENGTH_MAX = 500;

/** What is wrong, in words; a function where finding the words takes time. */
export type Message = string | (() => string);

/** Takes faults. */
export interface FaultSink {
  add(path: Path, message: Message): void;
}

/** Collects faults, each with its place in the text where that is known. */
export class FaultList implements FaultSink {
  readonly #positionOf: (path: Path) => Position | undefined;
  readonly #faults: Fault[] = [];
  readonly #seen = new Set<string>();
  #count = 0;

  constructor(positionOf: (path: Path) => Position | undefined = () => undefined) {
    this.#positionOf = positionOf;
  }

  get count(): number {
    return this.#count;
  }

  add(path: Path, message: Message): void {
    this.addFault(
      this.#count < FAULTS_MAX
        ? {
            path: cut(formatPath(path), PATH_LENGTH_MAX),
            message: shorten(typeof message === 'string' ? message : message()),
            ...this.#positionOf(path),
          }
        : { path: '', message: '' },
    );
  }

  /** A fault already told (a global property that several functions inherit) is told once. */
  addFault(fault: Fault): void {
    const identity = JSON.stringify([fault.path, fault.message]);
    if (fault.path !== '' && this.#seen.has(identity)) return;
    this.#seen.add(identity);
    if (this.#count++ < FAULTS_MAX) this.#faults.push(fault);
  }

  /** In the order of the text. */
  all(): readonly Fault[] {
    const sorted = this.#faults.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
    const more = this.#count - sorted.length;
    return more > 0 ? [...sorted, { path: '', message: `And ${more} more faults.` }] : sorted;
  }
}

function shorten(message: string): string {
  return message.length > MESSAGE_LENGTH_MAX ? `${message.slice(0, MESSAGE_LENGTH_MAX)}…` : message;
}
