import {
  checkEphemeralStorageSize,
  checkLogGroup,
  type Check,
} from '$lib/services/lambda/configuration-checks';
import { environmentVariablesFaults } from '$lib/services/lambda/environment-variables';
import type { FaultSink, Message } from '../fault-list';
import { isJsonObject, isPlain, type Json, type JsonObject } from '../json';
import type { Path } from '../path';
import { list, quote, whatItIs } from '../quote';
import { didYouMean } from '../suggest';
import type { Properties } from './properties';

const MANDATORY =
  'Runtime and Handler are mandatory parameters for functions created with deployment packages.';

/** Members of LoggingConfig that AWS has and that have no effect here yet. */
const LOGGING_OTHERS = ['ApplicationLogLevel', 'SystemLogLevel'];

/** Reads a function's properties one by one. A property with a fault gives its default, and `faulty` says so. */
export class PropertyReader implements FaultSink {
  readonly #properties: JsonObject;
  readonly #faults: FaultSink;
  faulty = false;

  constructor(properties: JsonObject, faults: FaultSink) {
    this.#properties = properties;
    this.#faults = faults;
  }

  add(path: Path, message: Message): void {
    this.faulty = true;
    this.#faults.add(path, message);
  }

  /** Tells what AWS does not have from what is not modelled. */
  onlyKnown(type: string, { simulated, others }: Properties): void {
    for (const name of Object.keys(this.#properties)) {
      if (simulated.includes(name)) continue;
      this.add(
        [name],
        others.includes(name)
          ? `AWS has ${type}.${name}; this simulator does not model it yet. It models ${list(simulated)}.`
          : `AWS has no property ${name} in ${type}.${didYouMean(name, [...simulated, ...others]) || ` Modelled here: ${list(simulated)}.`}`,
      );
    }
  }

  value<Value>(name: string, check: Check<Value>, fallback: Value): Value {
    return this.#checked(this.#properties[name], [name], check, fallback);
  }

  mandatory<Value>(name: string, check: Check<Value>, fallback: Value): Value {
    if (this.#properties[name] === undefined) this.add([], `${name} is missing: ${MANDATORY}`);
    return this.value(name, check, fallback);
  }

  packageType(): void {
    const type = this.#properties['PackageType'] ?? 'Zip';
    if (type === 'Image')
      this.add(
        ['PackageType'],
        'AWS has container images; this simulator does not model them yet. It takes Zip.',
      );
    else if (type !== 'Zip')
      this.add(['PackageType'], `PackageType must be Zip or Image, not ${quote(type)}.`);
  }

  ephemeralStorage(): number {
    const storage = this.#object('EphemeralStorage', ['Size']);
    if (storage && storage['Size'] === undefined)
      this.add(['EphemeralStorage'], 'EphemeralStorage needs Size, in MB.');
    return this.#checked(storage?.['Size'], ['EphemeralStorage', 'Size'], checkEphemeralStorageSize, 512);
  }

  environment(): Readonly<Record<string, string>> {
    const variables = this.#object('Environment', ['Variables'])?.['Variables'] ?? {};
    if (!isJsonObject(variables)) {
      this.add(['Environment', 'Variables'], `Variables must be an object, not ${whatItIs(variables)}.`);
      return {};
    }
    const texts: Record<string, string> = {};
    for (const [name, value] of Object.entries(variables)) {
      if (isPlain(value)) texts[name] = String(value);
      else this.add(['Environment', 'Variables', name], `A variable must be text, not ${whatItIs(value)}.`);
    }
    for (const { name, message } of environmentVariablesFaults(texts))
      this.add(['Environment', 'Variables', ...(name === undefined ? [] : [name])], message);
    return texts;
  }

  logGroup(fallback: string): string {
    const logging = this.#object('LoggingConfig', ['LogGroup', 'LogFormat'], LOGGING_OTHERS);
    const format = logging?.['LogFormat'] ?? 'Text';
    const path = ['LoggingConfig', 'LogFormat'];
    if (format === 'JSON')
      this.add(path, 'AWS has logs in JSON; this simulator does not model them yet. It writes Text.');
    else if (format !== 'Text') this.add(path, `LogFormat must be Text or JSON, not ${quote(format)}.`);
    return this.#checked(logging?.['LogGroup'], ['LoggingConfig', 'LogGroup'], checkLogGroup, fallback);
  }

  /** A property that is an object with these members. */
  #object(name: string, members: readonly string[], others: readonly string[] = []): JsonObject | undefined {
    const value = this.#properties[name];
    if (value === undefined) return undefined;
    if (!isJsonObject(value)) {
      this.add([name], `${name} must be an object, not ${whatItIs(value)}.`);
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (members.includes(key)) continue;
      this.add(
        [name, key],
        others.includes(key)
          ? `AWS has ${name}.${key}; this simulator does not model it yet.`
          : `AWS has no ${key} in ${name}.${didYouMean(key, members) || ` It has ${list(members)}.`}`,
      );
    }
    return value;
  }

  #checked<Value>(value: Json | undefined, path: Path, check: Check<Value>, fallback: Value): Value {
    if (value === undefined) return fallback;
    const checked = check(value);
    if (checked.ok) return checked.value;
    this.add(path, checked.message);
    return fallback;
  }
}
