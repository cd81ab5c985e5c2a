import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '$lib/scenario/parse';

/** Processor time in which any text at all must be answered (collecting garbage takes some, beside). */
const LIMIT_MS = 3_000;

function refusal(text: string): string {
  const before = process.cpuUsage();
  const parsed = parseScenario(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(LIMIT_MS);
  if (parsed.ok) throw new Error('the text was taken');
  return parsed.faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n');
}

const TOO_DEEP = 'Lists and objects lie more than 64 deep in one another.';
const TOO_MANY = 'The scenario has more than 250,000 parts (YAML tokens).';

const GOOD = `coldstart: 1
template:
  Resources:
    Tiny:
      Type: AWS::Lambda::Function
      Properties: {Role: 'arn:aws:iam::111122223333:role/r', Runtime: nodejs24.x, Handler: index.handler, Code: {ZipFile: x}}
`;

describe('a text that would cost too much is refused before it is read', () => {
  it.each([
    ['over 1 MiB', 'x'.repeat(1_048_577), 'The scenario is larger than 1 MiB (1,048,576 bytes).'],
    [
      'over 1 MiB in bytes, not in characters',
      '日'.repeat(349_526),
      'The scenario is larger than 1 MiB (1,048,576 bytes).',
    ],
    ['half a million numbers', `[${'1,'.repeat(400_000)}]`, TOO_MANY],
    ['half a million lines', '\n'.repeat(1_000_000), TOO_MANY],
    ['a hundred thousand tags', '- !Ref x\n'.repeat(100_000), TOO_MANY],
    ['a million brackets', '['.repeat(1_000_000), TOO_DEEP],
    ['a quarter of a million braces', '{a: '.repeat(250_000), TOO_DEEP],
    ['lists in lists on one line', '- '.repeat(500_000), TOO_DEEP],
    ['keys that are keys that are keys', '? '.repeat(500_000), TOO_DEEP],
    [
      'a staircase',
      Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      TOO_DEEP,
    ],
    [
      'directives without end',
      '%a\n'.repeat(100_000),
      'The scenario has more than 10 YAML directives (lines that begin with %).',
    ],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toBe(message);
  });
});

describe('aliases', () => {
  it('that multiply are stopped', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`,
    );
    expect(refusal(`a0: &a0 [x, x, x]\n${levels.join('\n')}\n`)).toMatch(
      /stands for more than 250,000 values: do its aliases multiply\?/,
    );
  });

  it('that repeat a long text are stopped', () => {
    const text = `a: &a ${'x'.repeat(100_000)}\nb: [${Array(2_000).fill('*a').join(', ')}]\n`;
    expect(refusal(text)).toMatch(/do its aliases multiply\?/);
  });

  it('that lie in themselves are stopped', () => {
    expect(refusal('a: &a [*a]\n')).toMatch(/64 deep/);
    expect(refusal('&a {b: *a}\n')).toMatch(/64 deep/);
  });

  it('without an anchor are named', () => {
    expect(refusal('a: *nowhere\n')).toMatch(/nowhere/);
  });

  it('used with measure are fine', () => {
    const text = GOOD.replace('coldstart: 1', 'coldstart: &one 1').concat('seed: *one\n');
    expect(parseScenario(text)).toMatchObject({ ok: true, scenario: { seed: 1 } });
  });
});

describe('functions in functions', () => {
  const described = (description: unknown, parameters = {}) =>
    JSON.stringify({
      coldstart: 1,
      template: {
        Parameters: { P: { Type: 'String', Default: 'x'.repeat(1_000) }, ...parameters },
        Resources: { Tiny: { Type: 'AWS::Lambda::Function', Properties: { Description: description } } },
      },
    });

  it('that multiply a text are stopped', () => {
    let nested: unknown = 'x';
    for (let level = 0; level < 15; level++) nested = { 'Fn::Sub': ['${a}'.repeat(100), { a: nested }] };
    expect(refusal(described(nested))).toContain('Functions in functions make too long a text here.');
  });

  it('that repeat a parameter are stopped', () => {
    expect(refusal(described({ 'Fn::Join': ['', Array(10_000).fill({ Ref: 'P' })] }))).toContain(
      'Functions in functions make too long a text here.',
    );
  });

  it('that refer to many names that are not there cost little', () => {
    const names = Object.fromEntries(
      Array.from({ length: 150 }, (_, n) => [`Parameter${n}`, { Type: 'String', Default: 'x' }]),
    );
    const unknown = Array.from({ length: 20_000 }, (_, n) => ({ Ref: `Parametre${n}x` }));
    expect(refusal(described({ 'Fn::Join': ['', unknown] }, names))).toMatch(/And \d+ more faults\.$/);
  });
});

it('faults in great number or of great length are told in measure', () => {
  const many = refusal(`${GOOD}${Array.from({ length: 20_000 }, (_, n) => `k${n}: 1\n`).join('')}`);
  expect(many.split('\n')).toHaveLength(101);
  expect(refusal(`${GOOD}? ${'k'.repeat(500_000)}\n: 1\n`).length).toBeLessThan(5_000);
});

describe('keys that reach into JavaScript', () => {
  it.each([
    ['at the top', `${GOOD}__proto__: {polluted: true}\n`],
    ['in the files', `${GOOD}files: {__proto__: {polluted: true}}\n`],
    ['in the template', GOOD.replace('Resources:', '__proto__: {polluted: true}\n  Resources:')],
    ['in a property', GOOD.replace('Code:', '__proto__: {polluted: true}, Code:')],
    [
      'in a payload',
      `${GOOD}workload: [{at: 0s, call: 'lambda:Invoke', input: {FunctionName: Tiny, Payload: {__proto__: {polluted: true}}}}]\n`,
    ],
    [
      'as JSON',
      JSON.stringify({ coldstart: 1, template: {} }).replace('{}', '{"__proto__":{"polluted":true}}'),
    ],
  ])('__proto__ %s is refused and pollutes nothing', (_, text) => {
    expect(refusal(text)).toMatch(/__proto__/);
    expect('polluted' in {}).toBe(false);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'])(
    '%s is a key like any other',
    (key) => {
      expect(refusal(`${GOOD}${key}: 1\n`)).toContain(`There is no ${key} in the scenario.`);
      expect(refusal(GOOD.replace('Code:', `${key}: 1, Code:`))).toContain(`AWS has no property ${key} in`);
      expect(refusal(`${GOOD}quotas: {${key}: 1}\n`)).toContain(`There is no quota ${key}.`);
      expect(refusal(`${GOOD}workload: [{at: 0s, call: ${key}}]\n`)).toContain(
        `${key} is not a call that is simulated.`,
      );
      expect(refusal(GOOD.replace('Type: AWS::Lambda::Function', `Type: ${key}`))).toContain(
        `"${key}" is no resource type of AWS.`,
      );
      expect(
        refusal(`${GOOD}workload: [{at: 0s, call: 'lambda:Invoke', input: {FunctionName: !Ref ${key}}}]\n`),
      ).toContain(`Unresolved resource dependencies [${key}]`);
      expect(refusal(`${GOOD}faults: [{service: lambda, error: ${key}}]\n`)).toContain(
        `The HTTP status of ${key} is not known`,
      );
      const named = GOOD.replace('Tiny:', `${key}:`).concat(`files: {${key}: text}\n`);
      expect(parseScenario(named)).toMatchObject({ ok: true });
    },
  );
});

describe('any text at all is answered, never thrown at', () => {
  it('noise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseScenario(text).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('YAML’s own signs in any order', () => {
    const sign = fc.constantFrom(
      'a',
      '1',
      ': ',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&a ',
      '*a ',
      '!Ref ',
      '!!binary ',
      '|',
      '>',
      '\n',
      '\n  ',
      '"',
      "'",
      '#',
      '%',
      '---\n',
      '...\n',
      '<<: ',
      '.inf',
      '~',
      '\t',
      '\u0000',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        expect(parseScenario(signs.join('')).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('a good scenario with anything in place of any of its values', () => {
    const whole = {
      coldstart: 1,
      title: 'x',
      seed: 1,
      quotas: { profile: 'aws-2026', ConcurrentExecutions: 5 },
      startsAt: '2026-01-01',
      template: {
        Transform: 'AWS::Serverless-2016-10-31',
        Parameters: { P: { Type: 'String', Default: 'd' } },
        Globals: { Function: { Environment: { Variables: { AB: { Ref: 'P' } } } } },
        Resources: {
          F: {
            Type: 'AWS::Serverless::Function',
            DependsOn: [],
            Properties: {
              FunctionName: { 'Fn::Sub': ['${a}', { a: 'f' }] },
              Runtime: 'nodejs24.x',
              Handler: 'index.handler',
              CodeUri: 'f',
              EphemeralStorage: { Size: 512 },
              LoggingConfig: { LogGroup: { 'Fn::Join': ['', ['a', 'b']] } },
              Architectures: ['arm64'],
            },
          },
        },
        Outputs: { O: { Value: { 'Fn::GetAtt': ['F', 'Arn'] } } },
      },
      files: { 'f/index.mjs': 'x' },
      workload: [
        {
          from: '0s',
          to: '1s',
          rate: { from: '1/s', to: '2/s' },
          arrivals: 'poisson',
          call: 'lambda:Invoke',
          input: { FunctionName: 'F' },
        },
      ],
      faults: [{ service: 'lambda', error: 'ServiceException', rate: 0.5 }],
      until: '1m',
    };
    expect(parseScenario(JSON.stringify(whole))).toMatchObject({ ok: true });
    const paths = pathsIn(whole);
    const strange = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        { Ref: null },
        { 'Fn::Sub': [1] },
        { 'Fn::Join': {} },
        { 'Fn::GetAtt': ['F'] },
        { Ref: 'AWS::NoValue' },
        { Ref: 'F' },
        '',
        [],
        [[]],
        {},
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), strange, (path, value) => {
        const parsed = parseScenario(JSON.stringify(replaced(whole, path, value)));
        if (parsed.ok) return;
        expect(parsed.faults.length).toBeGreaterThan(0);
        for (const { message } of parsed.faults) expect(message).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

/** The paths of all members and items. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    [key],
    ...pathsIn(member).map((path) => [key, ...path]),
  ]);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index): unknown =>
      String(index) === key ? replaced(item, rest, by) : item,
    );
  const object: Record<string, unknown> = { ...Object(value) };
  object[key] = replaced(object[key], rest, by);
  return object;
}
