import { functionArn } from '$lib/aws/account';
import { checkFunctionName } from '$lib/services/lambda/configuration-checks';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { Intrinsics, type References } from './intrinsics';
import { PSEUDO_PARAMETERS } from './pseudo-parameters';

/** How many characters the functions of one template may make: four times what a scenario may have. */
const CHARACTERS_MAX = 4_194_304;

/** What the names in a template stand for. Functions' names are worked out when first asked for: they may refer to others. */
export class Names implements References {
  readonly #parameters: ReadonlyMap<string, Json>;
  readonly #resources: JsonObject;
  /** Function names by logical ID; undefined while one is being worked out. */
  readonly #functionNames = new Map<string, string | undefined>();

  #characters = CHARACTERS_MAX;

  constructor(parameters: ReadonlyMap<string, Json>, resources: JsonObject) {
    this.#parameters = parameters;
    this.#resources = resources;
  }

  get resources(): readonly string[] {
    return Object.keys(this.#resources);
  }

  get names(): readonly string[] {
    return [...this.#parameters.keys(), ...this.resources, ...PSEUDO_PARAMETERS.keys()];
  }

  afford(characters: number): boolean {
    this.#characters -= characters;
    return this.#characters >= 0;
  }

  ref(name: string): Json | undefined {
    if (this.#parameters.has(name)) return this.#parameters.get(name);
    if (PSEUDO_PARAMETERS.has(name)) return PSEUDO_PARAMETERS.get(name);
    return Object.hasOwn(this.#resources, name) ? this.functionName(name) : undefined;
  }

  attribute(resource: string, attribute: string): Json | undefined {
    return attribute === 'Arn' ? functionArn(this.functionName(resource)) : undefined;
  }

  /**
   * The name of a function: its FunctionName, or its logical ID. (CloudFormation would put the stack's name before
   * it and random letters behind it.) A name that cannot be worked out gives the logical ID: the fault is told
   * where the function is read.
   */
  functionName(logicalId: string): string {
    if (this.#functionNames.has(logicalId)) return this.#functionNames.get(logicalId) ?? logicalId;
    this.#functionNames.set(logicalId, undefined);
    const resource = this.#resources[logicalId];
    const properties = isJsonObject(resource) ? resource['Properties'] : undefined;
    const written = isJsonObject(properties) ? properties['FunctionName'] : undefined;
    const silent = { add: () => undefined };
    const resolved = written === undefined ? logicalId : new Intrinsics(this, silent).resolve(written, []);
    const name = checkFunctionName(resolved);
    const found = name.ok ? name.value : logicalId;
    this.#functionNames.set(logicalId, found);
    return found;
  }
}
