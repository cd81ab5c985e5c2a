import type { FaultList } from '../fault-list';
import { isJsonList, isJsonObject, isPlain, type Json, type JsonObject } from '../json';
import { list, quote, whatItIs } from '../quote';
import { didYouMean } from '../suggest';

const MEMBERS = [
  'AllowedPattern',
  'AllowedValues',
  'ConstraintDescription',
  'Default',
  'Description',
  'MaxLength',
  'MaxValue',
  'MinLength',
  'MinValue',
  'NoEcho',
  'Type',
];

const PARAMETERS_MAX = 200;

const TYPES = ['String', 'Number', 'CommaDelimitedList', 'List<Number>'];

/** The template's parameters by name, each with its default: nobody is there to give it another value. */
export function readParameters(section: Json | undefined, faults: FaultList): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  if (section === undefined) return values;
  const path = ['template', 'Parameters'];
  if (!isJsonObject(section)) {
    faults.add(path, `Parameters must be an object, not ${whatItIs(section)}.`);
    return values;
  }
  const count = Object.keys(section).length;
  if (count > PARAMETERS_MAX) {
    faults.add(
      path,
      `Template format error: Number of parameters, ${count}, is greater than maximum allowed, ${PARAMETERS_MAX}.`,
    );
    return values;
  }
  for (const [name, parameter] of Object.entries(section)) {
    if (isJsonObject(parameter)) values.set(name, readParameter(name, parameter, faults));
    else
      faults.add(
        [...path, name],
        `A parameter must be an object with Type and Default, not ${whatItIs(parameter)}.`,
      );
  }
  return values;
}

function readParameter(name: string, parameter: JsonObject, faults: FaultList): Json {
  const path = ['template', 'Parameters', name];
  for (const key of Object.keys(parameter))
    if (!MEMBERS.includes(key))
      faults.add(
        [...path, key],
        `A parameter has no ${key}.${didYouMean(key, MEMBERS) || ` It may have ${list(MEMBERS)}.`}`,
      );
  const { Type: type, Default: value, AllowedValues: allowed } = parameter;
  if (typeof type !== 'string' || !TYPES.includes(type)) {
    faults.add(
      [...path, 'Type'],
      `${type === undefined ? 'Type is missing' : `The type ${quote(type)} is not known here`}. Known: ${list(TYPES)}.`,
    );
    return '';
  }
  if (!isPlain(value)) {
    faults.add(
      path,
      `Parameters: [${name}] must have values: give it a Default (text or a number), since nobody is asked for one here.`,
    );
    return '';
  }
  const text = String(value);
  if (type === 'Number' && !Number.isFinite(Number.parseFloat(text)))
    faults.add([...path, 'Default'], `The default of a Number must be a number, not ${quote(value)}.`);
  if (isJsonList(allowed) && !allowed.some((candidate) => isPlain(candidate) && String(candidate) === text))
    faults.add(
      [...path, 'Default'],
      `The default ${quote(value)} is none of the AllowedValues: ${list(allowed.map(quote))}.`,
    );
  return type === 'String' || type === 'Number' ? text : text.split(',').map((item) => item.trim());
}
