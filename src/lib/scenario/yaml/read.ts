import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError,
} from 'yaml';
import type { Fault } from '../fault';
import { FaultList, type Position } from '../fault-list';
import type { Json } from '../json';
import type { Path } from '../path';
import { cut } from '../quote';
import { TOO_DEEP, tooMuch } from './limits';
import { toJson } from './to-json';

export interface YamlText {
  /** Undefined when it cannot be read; the faults say why. */
  readonly value: Json | undefined;
  /** The faults found so far; add to it what is found in the value. */
  readonly faults: FaultList;
  /** Where the thing at a path is written. */
  readonly positionOf: (path: Path) => Position | undefined;
}

/** How many syntax errors are told: the later ones mostly follow from the first. */
const SYNTAX_ERRORS_MAX = 5;

/** Reads YAML 1.2 (which JSON is a part of) with CloudFormation's short tags. Never throws. */
export function readYaml(text: string): YamlText {
  const refused = tooMuch(text);
  if (refused !== undefined) return unreadable([{ path: '', message: refused }]);
  const lines = new LineCounter();
  const document = parse(text, lines);
  if (!document) return unreadable([{ path: '', message: TOO_DEEP }]);
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0)
    return unreadable(
      document.errors.slice(0, SYNTAX_ERRORS_MAX).map((error) => syntaxFault(error, positionAt)),
    );
  const positionOf = (path: Path) => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : positionAt(offset);
  };
  const faults = new FaultList(positionOf);
  if (document.contents === null) return unreadable([{ path: '', message: 'The scenario is empty.' }]);
  return { value: toJson(document, faults), faults, positionOf };
}

/** Undefined when the text nests so deep that the parser's own stack overflows. */
function parse(text: string, lines: LineCounter): Document | undefined {
  try {
    // Repeated keys are told by the conversion, with their path. Warnings (unknown tags) become faults there too.
    return parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function syntaxFault(error: YAMLError, positionAt: (offset: number) => Position): Fault {
  const position = positionAt(error.pos[0]);
  if (error.message.includes('call stack')) return { path: '', message: TOO_DEEP, ...position };
  return { path: '', message: `This is not valid YAML: ${cut(error.message, 200)}.`, ...position };
}

function unreadable(found: readonly Fault[]): YamlText {
  const faults = new FaultList();
  for (const fault of found) faults.addFault(fault);
  return { value: undefined, faults, positionOf: () => undefined };
}

/** Where the thing at a path is written: at its key, or as far down the path as the text goes. */
function offsetOf(document: Document, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key: candidate }) => isScalar(candidate) && String(candidate.value) === key,
      );
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}
