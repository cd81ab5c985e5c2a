import type { FaultSink, Message } from '../fault-list';
import { isJsonList, isJsonObject, isPlain, type Json, type JsonObject } from '../json';
import type { Path } from '../path';
import { list, whatItIs } from '../quote';
import { didYouMean } from '../suggest';

/** What functions in a template can refer to. */
export interface References {
  /** What `Ref` gives for each name: parameters, pseudo parameters, resources. */
  ref(name: string): Json | undefined;
  /** What `Fn::GetAtt` gives; undefined when the resource has no such attribute. */
  attribute(resource: string, attribute: string): Json | undefined;
  /** Whether so many more characters may be made. Functions in functions could make a text of any length. */
  afford(characters: number): boolean;
  readonly names: readonly string[];
  readonly resources: readonly string[];
}

/** `AWS::NoValue`: the member that has it is left out. */
export const NO_VALUE = '\u0000AWS::NoValue';

const SIMULATED = ['Ref', 'Fn::GetAtt', 'Fn::Join', 'Fn::Sub'];

/** Functions of CloudFormation that are not worked out here. */
const OTHERS = [
  'Condition',
  ...[
    'And',
    'Base64',
    'Cidr',
    'Equals',
    'FindInMap',
    'ForEach',
    'GetAZs',
    'If',
    'ImportValue',
    'Length',
    'Not',
  ],
  ...['Or', 'Select', 'Split', 'ToJsonString', 'Transform'],
].map((name) => (name === 'Condition' ? name : `Fn::${name}`));

/** The name and the argument of a function call; undefined for any other value. */
export function intrinsic(value: Json): { readonly name: string; readonly argument: Json } | undefined {
  if (!isJsonObject(value)) return undefined;
  const [entry, ...more] = Object.entries(value);
  if (!entry || more.length > 0) return undefined;
  const [name, argument] = entry;
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** Works out the functions in template values. A function that cannot be worked out is a fault and gives empty text. */
export class Intrinsics {
  readonly #references: References;
  readonly #faults: FaultSink;

  constructor(references: References, faults: FaultSink) {
    this.#references = references;
    this.#faults = faults;
  }

  resolve(value: Json, path: Path): Json {
    const call = intrinsic(value);
    if (call) return this.#call(call.name, call.argument, path);
    if (isJsonObject(value)) {
      const resolved: Record<string, Json> = {};
      for (const [key, member] of Object.entries(value)) {
        const result = this.resolve(member, [...path, key]);
        if (result !== NO_VALUE) resolved[key] = result;
      }
      return resolved satisfies JsonObject;
    }
    if (isJsonList(value))
      return value
        .map((item, index) => this.resolve(item, [...path, index]))
        .filter((item) => item !== NO_VALUE);
    return value;
  }

  #call(name: string, argument: Json, path: Path): Json {
    const inside = [...path, name];
    switch (name) {
      case 'Ref':
        return typeof argument === 'string'
          ? this.#ref(argument, inside)
          : this.#refuse(inside, `Ref takes a name, not ${whatItIs(argument)}.`);
      case 'Fn::GetAtt':
        return this.#getAtt(argument, inside);
      case 'Fn::Join':
        return this.#join(argument, inside);
      case 'Fn::Sub':
        return this.#sub(argument, inside);
      default:
        return this.#refuse(
          path,
          OTHERS.includes(name)
            ? `AWS has ${name}; this simulator does not work it out yet. It knows ${list(SIMULATED)}.`
            : `CloudFormation has no function ${name}.${didYouMean(name, [...SIMULATED, ...OTHERS])}`,
        );
    }
  }

  #ref(name: string, path: Path): Json {
    const value = this.#references.ref(name);
    if (value === undefined) return this.#refuse(path, () => this.#unresolved(name));
    return this.#affordable(value, path);
  }

  #getAtt(argument: Json, path: Path): Json {
    const parts = typeof argument === 'string' ? splitAtDot(argument) : argument;
    const [resource, attribute] = isJsonList(parts) ? parts : [];
    if (typeof resource !== 'string' || typeof attribute !== 'string')
      return this.#refuse(
        path,
        'Fn::GetAtt takes a resource and an attribute: [Orders, Arn], or !GetAtt Orders.Arn.',
      );
    return this.#attribute(resource, attribute, path);
  }

  #attribute(resource: string, attribute: string, path: Path): Json {
    if (!this.#references.resources.includes(resource))
      return this.#refuse(path, () => this.#unresolved(resource));
    return (
      this.#references.attribute(resource, attribute) ??
      this.#refuse(path, `Resource ${resource} has no attribute ${attribute} here. It has Arn.`)
    );
  }

  #join(argument: Json, path: Path): Json {
    const [delimiter, written] = isJsonList(argument) && argument.length === 2 ? argument : [];
    const items = written === undefined ? written : this.resolve(written, [...path, 1]);
    if (typeof delimiter !== 'string' || !isJsonList(items) || !items.every(isPlain))
      return this.#refuse(path, 'Fn::Join takes a delimiter and a list of text: ["-", [a, b]].');
    const length = items.reduce<number>((sum, item) => sum + String(item).length + delimiter.length, 0);
    return this.#references.afford(length) ? items.map(String).join(delimiter) : this.#tooLong(path);
  }

  #sub(argument: Json, path: Path): Json {
    const [template, written] = isJsonList(argument) ? argument : [argument, {}];
    const variables = written === undefined ? {} : this.resolve(written, [...path, 1]);
    if (
      typeof template !== 'string' ||
      !isJsonObject(variables) ||
      (isJsonList(argument) && argument.length > 2)
    )
      return this.#refuse(path, 'Fn::Sub takes text, or a list of text and an object of variables.');
    return template.replaceAll(/\$\{(!?)([^{}]*)\}/g, (_, literal: string, name: string) => {
      if (literal !== '') return `\${${name}}`;
      const value = this.#variable(name.trim(), variables, path);
      if (isPlain(value)) return String(this.#affordable(value, path));
      this.#refuse(path, `\${${name}} must stand for text, not ${whatItIs(value)}.`);
      return '';
    });
  }

  #variable(name: string, variables: JsonObject, path: Path): Json {
    if (Object.hasOwn(variables, name)) return variables[name] ?? '';
    const parts = splitAtDot(name);
    return parts ? this.#attribute(parts[0], parts[1], path) : this.#ref(name, path);
  }

  #unresolved(name: string): string {
    const { names } = this.#references;
    return `Template format error: Unresolved resource dependencies [${name.slice(0, 100)}]: no parameter and no resource has this name.${didYouMean(name, names)}`;
  }

  /** The value, or empty text when there are too many characters already. */
  #affordable<Value extends Json>(value: Value, path: Path): Value | '' {
    return typeof value !== 'string' || this.#references.afford(value.length) ? value : this.#tooLong(path);
  }

  #tooLong(path: Path): '' {
    return this.#refuse(path, 'Functions in functions make too long a text here.');
  }

  #refuse(path: Path, message: Message): '' {
    this.#faults.add(path, message);
    return '';
  }
}

function splitAtDot(text: string): readonly [string, string] | undefined {
  const dot = text.indexOf('.');
  return dot > 0 ? [text.slice(0, dot), text.slice(dot + 1)] : undefined;
}
