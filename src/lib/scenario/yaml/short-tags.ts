import type { Json, JsonObject } from '../json';

/** CloudFormation's functions whose short tag is `!Name` and whose long form is `Fn::Name`. */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];

/** Tags of YAML itself that name what the value is anyway. */
const YAML_TAGS = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** Short tag to long form: `!Sub` to `Fn::Sub`, `!Ref` to `Ref`. */
const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...FUNCTIONS.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

/** Long forms that are written as short tags. */
export const SHORT_TAGS: ReadonlyMap<string, string> = new Map(
  [...LONG_FORMS].map(([short, long]) => [long, short]),
);

/** A tagged value in its long form; undefined for a tag that means nothing in a scenario. */
export function longForm(tag: string | undefined, value: Json): Json | undefined {
  if (tag === undefined || tag === '!' || YAML_TAGS.includes(tag)) return value;
  const name = LONG_FORMS.get(tag);
  if (name === undefined) return undefined;
  const dot = typeof value === 'string' ? value.indexOf('.') : -1;
  // `!GetAtt Orders.Arn`: the resource ends at the first dot.
  if (name === 'Fn::GetAtt' && typeof value === 'string' && dot > 0)
    return { [name]: [value.slice(0, dot), value.slice(dot + 1)] } satisfies JsonObject;
  return { [name]: value };
}
