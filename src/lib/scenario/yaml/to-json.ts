import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Pair } from 'yaml';
import type { FaultList } from '../fault-list';
import type { Json, JsonObject } from '../json';
import type { Path } from '../path';
import { cut } from '../quote';
import { DEPTH_MAX, TOO_DEEP, VALUES_MAX } from './limits';
import { longForm } from './short-tags';

/** So much text counts as one value: 4 million characters in all. */
const CHARACTERS_A_VALUE = 16;

/** The text stands for too much, or for something that cannot be read: reading stops. */
class Unreadable extends Error {}

/** The JSON value of a YAML document, short tags in their long form; undefined when it has a fault that stops reading. */
export function toJson(document: Document, faults: FaultList): Json | undefined {
  try {
    return new Converter(faults).convert(document.contents, [], 0);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Converter {
  readonly #faults: FaultList;
  #values = 0;
  /** Anchors so far, and whether what is read was written in its place and not through an alias. */
  readonly #anchors = new Map<string, unknown>();
  #inPlace = true;

  constructor(faults: FaultList) {
    this.#faults = faults;
  }

  convert(node: unknown, path: Path, depth: number): Json {
    if (++this.#values > VALUES_MAX)
      this.#stop(
        [],
        `The scenario stands for more than ${VALUES_MAX.toLocaleString('en')} values: do its aliases multiply?`,
      );
    if (depth > DEPTH_MAX) this.#stop(path, TOO_DEEP);
    if (isAlias(node)) return this.#alias(node.source, path, depth);
    // The parser's own way to look an anchor up reads the whole document each time.
    if (isNode(node) && node.anchor !== undefined && this.#inPlace) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#tagged(node.tag, this.#scalar(node.value, path), path);
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.convert(item, [...path, index], depth + 1));
      return this.#tagged(node.tag, items, path);
    }
    if (isMap(node)) return this.#tagged(node.tag, this.#object(node.items, path, depth), path);
    return null;
  }

  #alias(name: string, path: Path, depth: number): Json {
    if (!this.#anchors.has(name)) this.#stop(path, `There is no anchor &${cut(name)} before this alias.`);
    const before = this.#inPlace;
    this.#inPlace = false;
    const value = this.convert(this.#anchors.get(name), path, depth + 1);
    this.#inPlace = before;
    return value;
  }

  #scalar(value: unknown, path: Path): Json {
    // Long text counts too: an alias may repeat it.
    if (typeof value === 'string') this.#values += Math.floor(value.length / CHARACTERS_A_VALUE);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
    this.#faults.add(path, 'This is a number that JSON cannot say (infinite, or not a number at all).');
    return null;
  }

  #object(pairs: readonly Pair[], path: Path, depth: number): JsonObject {
    const object: Record<string, Json> = {};
    for (const pair of pairs) {
      const key = this.#key(pair.key, path);
      if (key === undefined) continue;
      const inside = [...path, key];
      if (Object.hasOwn(object, key)) this.#faults.add(inside, 'This key stands here twice.');
      else object[key] = this.convert(pair.value, inside, depth + 1);
    }
    return object;
  }

  #key(node: unknown, path: Path): string | undefined {
    if (!isScalar(node)) {
      this.#faults.add(path, 'A key must be text, not a list, an object or an alias.');
      return undefined;
    }
    const key = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    if (key !== '__proto__') return key;
    this.#faults.add(
      [...path, key],
      'The key __proto__ is not allowed. In a Payload, give the event as JSON text instead.',
    );
    return undefined;
  }

  #tagged(tag: string | undefined, value: Json, path: Path): Json {
    const long = longForm(tag, value);
    if (long !== undefined) return long;
    this.#faults.add(
      path,
      `The tag ${cut(tag ?? '')} means nothing here. Known: !Ref, !Sub, !GetAtt and !Join.`,
    );
    return value;
  }

  #stop(path: Path, message: string): never {
    this.#faults.add(path, message);
    throw new Unreadable(message);
  }
}
