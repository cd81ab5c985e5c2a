import { describe, expect, it } from 'vitest';
import { parseScenario } from './parse';

const WHOLE = `
coldstart: 1
title: Ramp until throttled
seed: 7
quotas: {profile: aws-2026, ConcurrentExecutions: 10}
startsAt: 2026-03-01T12:00:00Z
template:
  AWSTemplateFormatVersion: 2010-09-09
  Transform: AWS::Serverless-2016-10-31
  Parameters:
    Stage: {Type: String, Default: dev}
  Globals:
    Function:
      Runtime: nodejs24.x
      Environment: {Variables: {SHARED: everywhere, STAGE: global}}
  Resources:
    Orders:
      Type: AWS::Serverless::Function
      Properties:
        FunctionName: !Sub orders-\${Stage}
        Handler: index.handler
        CodeUri: ./orders
        MemorySize: "256"
        Timeout: 10
        EphemeralStorage: {Size: 1024}
        Environment:
          Variables:
            STAGE: !Ref Stage
            SELF: !Join ['/', [!Ref AWS::Region, !Ref Orders]]
            PEER: !GetAtt Inline.Arn
    Inline:
      Type: AWS::Lambda::Function
      Properties:
        Role: arn:aws:iam::111122223333:role/inline
        Runtime: nodejs22.x
        Handler: index.handler
        Architectures: [arm64]
        LoggingConfig: {LogGroup: /shared/logs}
        Code:
          ZipFile: |
            exports.handler = async () => 1;
files:
  orders/index.mjs: |
    export const handler = async (event) => ({ ok: true });
  orders/lib/a.mjs: export const a = 1;
  readme.md: not part of the package
workload:
  - {at: 0s, call: 'lambda:Invoke', input: {FunctionName: Orders, Payload: {n: 1}}}
  - {from: 1s, to: 1m1s, rate: {from: 1/s, to: 200/s}, arrivals: poisson, call: 'lambda:Invoke', input: {FunctionName: !Ref Orders}}
  - {from: 5s, to: 10s, every: 500ms, count: 3, call: 'lambda:Invoke', input: {FunctionName: nobody}}
faults:
  - {from: 20s, to: 25s, service: lambda, action: Invoke, error: ServiceException, rate: 0.5}
until: 5m
`;

function scenarioOf(text: string) {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 1));
  return parsed.scenario;
}

describe('a whole scenario', () => {
  const scenario = scenarioOf(WHOLE);

  it('has the members of the file', () => {
    expect(scenario).toMatchObject({
      title: 'Ramp until throttled',
      seed: 7,
      quotas: { profile: 'aws-2026', overrides: { ConcurrentExecutions: 10 } },
      startsAt: Date.UTC(2026, 2, 1, 12),
      until: 300_000_000,
    });
  });

  it('has functions with globals merged in, references worked out, AWS’s defaults filled in', () => {
    expect(scenario.functions.get('Orders')).toEqual({
      functionName: 'orders-dev',
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      memorySize: 256,
      timeout: 10,
      ephemeralStorage: 1024,
      environment: {
        SHARED: 'everywhere',
        STAGE: 'dev',
        SELF: 'us-east-1/orders-dev',
        PEER: 'arn:aws:lambda:us-east-1:111122223333:function:Inline',
      },
      architecture: 'x86_64',
      logGroup: '/aws/lambda/orders-dev',
      code: new Map([
        ['index.mjs', 'export const handler = async (event) => ({ ok: true });\n'],
        ['lib/a.mjs', 'export const a = 1;'],
      ]),
    });
    expect(scenario.functions.get('Inline')).toEqual({
      functionName: 'Inline',
      runtime: 'nodejs22.x',
      handler: 'index.handler',
      memorySize: 128,
      timeout: 3,
      ephemeralStorage: 512,
      environment: {},
      architecture: 'arm64',
      logGroup: '/shared/logs',
      code: new Map([['index.js', 'exports.handler = async () => 1;\n']]),
    });
  });

  it('has lines whose logical ID became the function’s name, and what was written', () => {
    expect(scenario.workload[0]).toEqual({
      call: 'lambda:Invoke',
      timing: { kind: 'once', at: 0, count: 1 },
      input: { FunctionName: 'orders-dev', Payload: { n: 1 } },
      written: { FunctionName: 'Orders', Payload: { n: 1 } },
    });
    expect(scenario.workload[1]).toMatchObject({
      timing: {
        kind: 'rate',
        from: 1_000_000,
        to: 61_000_000,
        rate: { from: { calls: 1, per: 1_000_000 }, to: { calls: 200, per: 1_000_000 } },
        arrivals: 'poisson',
      },
      input: { FunctionName: 'orders-dev' },
      written: { FunctionName: { Ref: 'Orders' } },
    });
  });

  it('may call a function that the template does not have: AWS answers 404 when it runs', () => {
    expect(scenario.workload[2]).toMatchObject({
      timing: { kind: 'every', from: 5_000_000, to: 10_000_000, every: 500_000, count: 3 },
      input: { FunctionName: 'nobody' },
    });
  });

  it('has the injected faults with the status of the error', () => {
    expect(scenario.faults).toEqual([
      {
        from: 20_000_000,
        to: 25_000_000,
        service: 'lambda',
        action: 'Invoke',
        error: 'ServiceException',
        status: 500,
        rate: 0.5,
      },
    ]);
  });

  it('is the same read from JSON', () => {
    const json = JSON.stringify({
      coldstart: 1,
      template: scenario.template,
      files: Object.fromEntries(scenario.files),
    });
    expect(scenarioOf(json).functions).toEqual(scenario.functions);
  });

  it('needs only the version and a template', () => {
    const small = scenarioOf(`
coldstart: 1
template:
  Resources:
    Tiny:
      Type: AWS::Lambda::Function
      Properties: {Role: 'arn:aws:iam::111122223333:role/r', Runtime: nodejs20.x, Handler: index.handler, Code: {ZipFile: 'exports.handler = () => 1'}}
`);
    expect(small).toMatchObject({
      title: 'Untitled',
      seed: 1,
      quotas: { profile: 'aws-2026', overrides: {} },
      startsAt: Date.UTC(2026, 0, 1),
      workload: [],
      faults: [],
      until: 900_000_000,
    });
  });
});
