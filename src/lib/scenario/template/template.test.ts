import { describe, expect, it } from 'vitest';
import type { FunctionConfiguration } from '$lib/services/lambda/configuration';
import type { Json } from '../json';
import { parseScenario } from '../parse';

interface Parts {
  readonly globals?: Json;
  readonly parameters?: Json;
  readonly properties: Json;
}

/** The function of a template with these parts. */
function functionOf({ globals, parameters, properties }: Parts): FunctionConfiguration {
  const parsed = parseScenario(
    JSON.stringify({
      coldstart: 1,
      template: {
        Transform: ['AWS::Serverless-2016-10-31'],
        ...(globals !== undefined && { Globals: { Function: globals } }),
        ...(parameters !== undefined && { Parameters: parameters }),
        Resources: {
          Hello: {
            Type: 'AWS::Serverless::Function',
            Properties: {
              Handler: 'index.handler',
              Runtime: 'nodejs24.x',
              InlineCode: 'x',
              ...Object(properties),
            },
          },
          Other: {
            Type: 'AWS::Serverless::Function',
            Properties: {
              FunctionName: 'other',
              Handler: 'index.handler',
              Runtime: 'nodejs24.x',
              InlineCode: 'x',
            },
          },
        },
      },
      files: {
        'index.mjs': 'root',
        'src/index.mjs': 'in src',
        'src/lib/a.mjs': 'deep',
        'srcs/index.mjs': 'beside',
      },
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 1));
  const found = parsed.scenario.functions.get('Hello');
  if (!found) throw new Error('no function');
  return found;
}

function variable(value: Json, parameters?: Json): string | undefined {
  const properties = { Environment: { Variables: { VALUE: value } } };
  return functionOf({ properties, ...(parameters !== undefined && { parameters }) }).environment['VALUE'];
}

describe('functions of CloudFormation', () => {
  it.each<[string, Json, string]>([
    ['Ref of a function is its name', { Ref: 'Other' }, 'other'],
    ['Ref of a function without FunctionName is its logical ID', { Ref: 'Hello' }, 'Hello'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    [
      'GetAtt as a list',
      { 'Fn::GetAtt': ['Other', 'Arn'] },
      'arn:aws:lambda:us-east-1:111122223333:function:other',
    ],
    ['GetAtt as text', { 'Fn::GetAtt': 'Other.Arn' }, 'arn:aws:lambda:us-east-1:111122223333:function:other'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Other' }, 3]] }, 'a-other-3'],
    [
      'Sub of names and attributes',
      { 'Fn::Sub': '${Other}/${Other.Arn}' },
      'other/arn:aws:lambda:us-east-1:111122223333:function:other',
    ],
    [
      'Sub with variables of its own, which come first',
      { 'Fn::Sub': ['${Other} ${x}', { Other: 'mine', x: { Ref: 'AWS::Partition' } }] },
      'mine aws',
    ],
    ['Sub with an escape', { 'Fn::Sub': '${!Literal} $ {x}' }, '${Literal} $ {x}'],
  ])('%s', (_, value, expected) => {
    expect(variable(value)).toBe(expected);
  });

  it('a parameter stands for its default, as text', () => {
    expect(variable({ Ref: 'Size' }, { Size: { Type: 'Number', Default: 256 } })).toBe('256');
  });

  it('a list parameter joins', () => {
    const parameters = { Names: { Type: 'CommaDelimitedList', Default: 'a, b,c' } };
    expect(variable({ 'Fn::Join': ['+', { Ref: 'Names' }] }, parameters)).toBe('a+b+c');
  });

  it('a number may come from a parameter', () => {
    const parameters = { Memory: { Type: 'Number', Default: '512' } };
    expect(functionOf({ parameters, properties: { MemorySize: { Ref: 'Memory' } } }).memorySize).toBe(512);
  });

  it('AWS::NoValue leaves a property out', () => {
    expect(functionOf({ properties: { Timeout: { Ref: 'AWS::NoValue' } } }).timeout).toBe(3);
  });

  it('two functions named by each other end in their logical IDs, not in a circle', () => {
    expect(functionOf({ properties: { FunctionName: { Ref: 'Hello' } } }).functionName).toBe('Hello');
  });
});

describe('Globals', () => {
  it('objects merge member by member; a single value is the function’s own', () => {
    const merged = functionOf({
      globals: {
        Timeout: 30,
        MemorySize: 512,
        Environment: { Variables: { SHARED: 'global', BOTH: 'global' } },
      },
      properties: { MemorySize: 1024, Environment: { Variables: { BOTH: 'own', OWN: 'own' } } },
    });
    expect(merged).toMatchObject({
      timeout: 30,
      memorySize: 1024,
      environment: { SHARED: 'global', BOTH: 'own', OWN: 'own' },
    });
  });

  it('a function call of the resource replaces a global object', () => {
    const merged = functionOf({
      globals: { Environment: { Variables: { VALUE: { 'Fn::Sub': '${AWS::Region}' } } } },
      properties: { Environment: { Variables: { VALUE: { Ref: 'AWS::AccountId' } } } },
    });
    expect(merged.environment).toEqual({ VALUE: '111122223333' });
  });

  it('lists come one after the other, as in SAM: two architectures are one too many', () => {
    expect(() =>
      functionOf({ globals: { Architectures: ['arm64'] }, properties: { Architectures: ['x86_64'] } }),
    ).toThrow(/Value '\[arm64, x86_64\]' at 'architectures'/);
  });
});

describe('code', () => {
  const withUri = (uri: string) =>
    functionOf({ properties: { CodeUri: uri, InlineCode: { Ref: 'AWS::NoValue' } } }).code;

  it.each(['src', './src', 'src/', './src/'])('CodeUri %s is the folder, without its neighbours', (uri) => {
    expect([...withUri(uri).keys()]).toEqual(['index.mjs', 'lib/a.mjs']);
  });

  it.each(['.', './'])('CodeUri %s is everything', (uri) => {
    expect([...withUri(uri).keys()]).toEqual([
      'index.mjs',
      'src/index.mjs',
      'src/lib/a.mjs',
      'srcs/index.mjs',
    ]);
  });

  it('inline code is index.js', () => {
    expect([...functionOf({ properties: { InlineCode: 'exports.handler = 1' } }).code]).toEqual([
      ['index.js', 'exports.handler = 1'],
    ]);
  });
});
