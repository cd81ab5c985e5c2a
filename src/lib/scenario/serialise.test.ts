import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microseconds } from '$lib/kernel/units';
import type { Json } from './json';
import { parseScenario } from './parse';
import type { Rate, Scenario, Timing, WorkloadLine } from './scenario';
import { serialiseScenario } from './serialise';

function read(text: string): Scenario {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.faults, null, 1)}\n${text}`);
  return parsed.scenario;
}

/** Text as learners write it and as attackers do: YAML's own signs, lines, tabs, quotes, lone surrogates. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\t',
        '\r',
        ': ',
        '- ',
        '#',
        '|',
        '>',
        "'",
        '"',
        '!Ref ',
        '&a',
        '*a',
        '---\n',
        '…\u2028',
        '\u0085',
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
);

const time = fc.integer({ min: 0, max: 1e12 }).map(microseconds);
const span = fc
  .tuple(time, fc.integer({ min: 1, max: 1e9 }))
  .map(([from, length]) => ({ from, to: microseconds(from + length) }));
const rate: fc.Arbitrary<Rate> = fc.record({
  calls: fc.integer({ min: 1, max: 1e6 }).map((calls) => calls / 1_000),
  per: fc.integer({ min: 1_000_000, max: 1e10 }).map(microseconds),
});
const count = fc.integer({ min: 1, max: 100 });
const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.record({ kind: fc.constant('once' as const), at: time, count }),
  fc
    .record({ span, every: fc.integer({ min: 1_000_000, max: 1e9 }).map(microseconds), count })
    .map(({ span, ...rest }) => ({ kind: 'every' as const, ...span, ...rest })),
  fc
    .record({
      span,
      rate: fc.record({ from: rate, to: rate }),
      arrivals: fc.constantFrom('even' as const, 'poisson' as const),
    })
    .map(({ span, ...rest }) => ({ kind: 'rate' as const, ...span, ...rest })),
);

/** JSON that means itself: no member is a function of CloudFormation, no key is __proto__, no -0. */
const plainJson = fc
  .jsonValue({ stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)
  .filter((value) => !/"(Ref|Fn::[^"]*|Condition|__proto__)"/.test(JSON.stringify(value)));

const TARGETS = [
  { written: 'Orders', name: 'orders-dev' },
  { written: { Ref: 'Orders' }, name: 'orders-dev' },
  {
    written: { 'Fn::GetAtt': ['Orders', 'Arn'] },
    name: 'arn:aws:lambda:us-east-1:111122223333:function:orders-dev',
  },
  { written: 'nobody', name: 'nobody' },
] as const;

const line: fc.Arbitrary<WorkloadLine> = fc
  .record({ timing, payload: plainJson, target: fc.constantFrom(...TARGETS) })
  .map(({ timing, payload, target }) => ({
    call: 'lambda:Invoke',
    timing,
    written: { FunctionName: target.written, Payload: payload },
    input: { FunctionName: target.name, Payload: payload },
  }));

const injectedFault = fc
  .record({ span, rate: fc.constantFrom(1, 0.25), message: text })
  .map(({ span, rate, message }) => ({
    ...span,
    rate,
    service: 'lambda',
    action: 'Invoke',
    error: 'ServiceException',
    status: 500,
    ...(message !== '' && { message }),
  }));

/** The functions come from reading a template; the rest is put in as it is. */
function withTemplate(description: string, variable: string, source: string): Scenario {
  return read(
    JSON.stringify({
      coldstart: 1,
      template: {
        Transform: 'AWS::Serverless-2016-10-31',
        Parameters: { Stage: { Type: 'String', Default: 'dev' } },
        Resources: {
          Orders: {
            Type: 'AWS::Serverless::Function',
            Properties: {
              FunctionName: { 'Fn::Join': ['-', ['orders', { Ref: 'Stage' }]] },
              Description: description,
              Runtime: 'nodejs24.x',
              Handler: 'index.handler',
              CodeUri: './orders',
              Environment: {
                Variables: {
                  TEXT: variable,
                  SUB: { 'Fn::Sub': 'a ${Stage}' },
                  MAPPED: { 'Fn::Sub': ['${x}', { x: { Ref: 'AWS::Region' } }] },
                },
              },
            },
          },
        },
      },
      files: { 'orders/index.mjs': source, 'orders/data.txt': variable },
    }),
  );
}

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    title: text.map((title) => title.slice(0, 200)),
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    overrides: fc.constantFrom({}, { ConcurrentExecutions: 10 }, { InitLimit: 2.5, IdleReclaim: 60 }),
    startsAt: fc.integer({ min: 0, max: 4e12 }),
    base: fc
      .tuple(text, text, text)
      .map(([description, variable, source]) =>
        withTemplate(description.slice(0, 200), variable.slice(0, 200), source),
      ),
    workload: fc.array(line, { maxLength: 5 }),
    faults: fc.array(injectedFault, { maxLength: 2 }),
    until: time,
  })
  .map(({ base, overrides, ...rest }) => ({
    ...base,
    quotas: { profile: 'aws-2026', overrides },
    ...rest,
  }));

describe('a serialised scenario', () => {
  it('is read back as the same scenario', () => {
    fc.assert(
      fc.property(scenario, (original) => {
        expect(read(serialiseScenario(original))).toEqual(original);
      }),
      { numRuns: 60 },
    );
  });

  it('reads like one that a person wrote', () => {
    const written = `coldstart: 1
title: Ramp
seed: 7
quotas: aws-2026
startsAt: 2026-01-01T00:00:00.000Z
template:
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Orders:
      Type: AWS::Serverless::Function
      Properties:
        FunctionName: !Sub orders-\${AWS::Region}
        Runtime: nodejs24.x
        Handler: index.handler
        CodeUri: ./orders
        Environment:
          Variables:
            SELF: !GetAtt Orders.Arn
            JOINED: !Join ["-", [!Ref Orders, b]]
files:
  orders/index.mjs: |
    export const handler = async (event) => {
      return event;
    };
workload:
  - {at: 1m30s, call: lambda:Invoke, input: {FunctionName: !Ref Orders, Payload: {n: 1}}}
  - {from: 1s, to: 1m1s, rate: {from: 1/s, to: 200/s}, arrivals: poisson, call: lambda:Invoke, input: {FunctionName: Orders}}
until: 5m
`;
    expect(serialiseScenario(read(written))).toBe(written);
  });
});
