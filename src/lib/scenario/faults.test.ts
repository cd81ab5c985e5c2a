import { describe, expect, it } from 'vitest';
import { parseScenario } from './parse';

const HEAD = 'coldstart: 1\n';
const TEMPLATE = `template:
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Hello:
      Type: AWS::Serverless::Function
      Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => 1'}
`;
const GOOD = HEAD + TEMPLATE;

/** A good scenario with one more property of the function, or with one changed. */
function withProperties(
  properties: string,
  without: 'Runtime' | 'Handler' | 'InlineCode' | 'nothing' = 'nothing',
): string {
  const own: Record<string, string> = {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    InlineCode: "'exports.handler = async () => 1'",
  };
  const lines = Object.entries(own)
    .filter(([name]) => name !== without)
    .map(([name, value]) => `        ${name}: ${value}\n`);
  return `${HEAD}template:
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Hello:
      Type: AWS::Serverless::Function
      Properties:
${lines.join('')}        ${properties}
`;
}

function faultsOf(text: string) {
  const parsed = parseScenario(text);
  return parsed.ok ? [] : parsed.faults;
}

/** `line:column path: message`, one a fault. */
function told(text: string): string[] {
  return faultsOf(text).map(({ path, message, line, column }) => `${line}:${column} ${path}: ${message}`);
}

const P = 'template.Resources.Hello.Properties';

describe('the file', () => {
  it.each([
    ['', 'The scenario is empty.'],
    ['# nothing', 'The scenario is empty.'],
    ['just text', 'The scenario must be an object, not the text "just text".'],
    ['[1]', 'The scenario must be an object, not a list.'],
    [
      'a: [1',
      'This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    ['{"a": }}', 'This is not valid YAML: Unexpected flow-map-end token in YAML stream: "}".'],
    [
      'a: 1\n---\nb: 2',
      'This is not valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments().',
    ],
  ])('%j: %s', (text, message) => {
    expect(faultsOf(text)[0]?.message).toBe(message);
  });

  it.each([
    [
      'a member that there is not',
      `${GOOD}titel: x\n`,
      '8:1 titel: There is no titel in the scenario. Did you mean title?',
    ],
    [
      'a member like none',
      `${GOOD}xyz: 1\n`,
      '8:1 xyz: There is no xyz in the scenario. It may have coldstart, title, seed, quotas, startsAt, template, files, workload, faults and until.',
    ],
    ['no version', TEMPLATE, '1:1 : coldstart is missing from the scenario.'],
    ['no template', HEAD, '1:1 : template is missing from the scenario.'],
    [
      'another version',
      GOOD.replace('coldstart: 1', 'coldstart: 2'),
      '1:1 coldstart: It must be 1, the only version of the format, not the number 2.',
    ],
    ['a key twice', `${GOOD}title: a\ntitle: b\n`, '8:1 title: This key stands here twice.'],
    [
      'a seed that is none',
      `${GOOD}seed: -1\n`,
      '8:1 seed: It must be a whole number from 0 to 4,294,967,295, not the number -1.',
    ],
    [
      'not a number',
      `${GOOD}seed: .nan\n`,
      '8:1 seed: This is a number that JSON cannot say (infinite, or not a number at all).',
    ],
    [
      'an unknown end',
      `${GOOD}until: soon\n`,
      '8:1 until: It must be a duration of at most 366d, such as 250ms, 1s, 5m, 2h, 1d or 1m30s, not the text "soon".',
    ],
    [
      'a number without a unit',
      `${GOOD}until: 5\n`,
      '8:1 until: It must be a duration of at most 366d, such as 250ms, 1s, 5m, 2h, 1d or 1m30s, not the number 5.',
    ],
    [
      'a local time',
      `${GOOD}startsAt: 2026-01-01 12:00\n`,
      '8:1 startsAt: It must be an instant in UTC, such as 2026-01-01T00:00:00.000Z, not the text "2026-01-01 12:00".',
    ],
    [
      'an unknown profile',
      `${GOOD}quotas: aws-2025\n`,
      '8:1 quotas: It must be one of the profiles aws-2026, exam-notes, not "aws-2025". Did you mean aws-2026?',
    ],
    [
      'an unknown quota',
      `${GOOD}quotas: {Concurrency: 10}\n`,
      '8:10 quotas.Concurrency: There is no quota Concurrency. Known: ConcurrentExecutions, InitLimit, IdleReclaim, MaximumEnvironmentAge, RequestPayload, ResponsePayload.',
    ],
    [
      'a quota out of range',
      `${GOOD}quotas: {ConcurrentExecutions: 0}\n`,
      '8:10 quotas.ConcurrentExecutions: ConcurrentExecutions must be a whole number of executions from 1 to 100000, not 0.',
    ],
    [
      'a file that is no text',
      `${GOOD}files: {a.mjs: 1}\n`,
      '8:9 files["a.mjs"]: A file must be text, not the number 1. A block of text starts with |.',
    ],
    [
      'a path that climbs',
      `${GOOD}files: {../a.mjs: ''}\n`,
      '8:9 files["../a.mjs"]: A path has no empty parts and no . or .. parts.',
    ],
    [
      'an absolute path',
      `${GOOD}files: {/etc/passwd: ''}\n`,
      '8:9 files["/etc/passwd"]: A path starts at the scenario, not at a root: orders/index.mjs.',
    ],
    [
      'a file in a file',
      `${GOOD}files: {a: '', a/b: ''}\n`,
      '8:16 files["a/b"]: a is a file: nothing can lie in it.',
    ],
  ])('%s', (_, text, fault) => {
    expect(told(text)).toContain(fault);
  });

  it('tells all faults at once, in the order of the text', () => {
    const faults = told(
      `coldstart: 1\nseed: x\n${withProperties('MemorySize: 1').slice(HEAD.length)}workload: [{at: 1}]\nuntil: 1\n`,
    );
    expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
      '2:1 seed',
      '12:9 template.Resources.Hello.Properties.MemorySize',
      '13:12 workload[0]',
      '13:13 workload[0].at',
      '14:1 until',
    ]);
  });
});

describe('the template', () => {
  it.each([
    [
      'no resources',
      `${HEAD}template: {}\n`,
      '2:1 template: Template format error: At least one Resources member must be defined.',
    ],
    [
      'a section that there is not',
      GOOD.replace('Transform:', 'Tranform: x\n  Transform:'),
      '3:3 template.Tranform: Invalid template property: Tranform. A template may have AWSTemplateFormatVersion, Transform, Description, Metadata, Parameters, Globals, Resources and Outputs. Did you mean Transform?',
    ],
    [
      'a section of AWS',
      GOOD.replace('Transform:', 'Conditions: {}\n  Transform:'),
      '3:3 template.Conditions: AWS has the template section Conditions; this simulator does not model it yet.',
    ],
    [
      'no transform',
      GOOD.replace(/ {2}Transform.*\n/, ''),
      '5:7 template.Resources.Hello.Type: AWS::Serverless::Function needs the line Transform: AWS::Serverless-2016-10-31 in the template.',
    ],
    [
      'a mistyped type',
      GOOD.replace('Serverless::Function', 'Serverless::Funktion'),
      '6:7 template.Resources.Hello.Type: There is no resource type "AWS::Serverless::Funktion". Did you mean AWS::Serverless::Function?',
    ],
    [
      'a type not simulated yet',
      GOOD.replace('Serverless::Function', 'SQS::Queue'),
      '6:7 template.Resources.Hello.Type: Resources of the type AWS::SQS::Queue are not simulated yet. Simulated so far: AWS::Serverless::Function and AWS::Lambda::Function.',
    ],
    [
      'a name that AWS refuses',
      GOOD.replace('Hello:', 'He_llo:'),
      '5:5 template.Resources.He_llo: Template format error: Resource name He_llo is non alphanumeric.',
    ],
    [
      'no type',
      GOOD.replace(/ +Type.*\n/, ''),
      '5:5 template.Resources.Hello: Template format error: [/Resources/Hello] Every Resources object must contain a Type member.',
    ],
    [
      'a property outside Properties',
      GOOD.replace('Type:', 'Timeout: 3\n      Type:'),
      '6:7 template.Resources.Hello.Timeout: A resource has no Timeout. It may have Type, Properties, DependsOn, Metadata, DeletionPolicy and UpdateReplacePolicy. Properties of the function belong under Properties.',
    ],
    [
      'a property that AWS does not have',
      withProperties('MemorySze: 128'),
      `11:9 ${P}.MemorySze: AWS has no property MemorySze in AWS::Serverless::Function. Did you mean MemorySize?`,
    ],
    [
      'a property that AWS has',
      withProperties('Layers: []'),
      `11:9 ${P}.Layers: AWS has AWS::Serverless::Function.Layers; this simulator does not model it yet. It models CodeUri, InlineCode, Architectures, Description, Environment, EphemeralStorage, FunctionName, Handler, LoggingConfig, MemorySize, PackageType, Role, Runtime, Tags and Timeout.`,
    ],
    [
      'too little memory',
      withProperties('MemorySize: 64'),
      `11:9 ${P}.MemorySize: 1 validation error detected: Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128`,
    ],
    [
      'too much memory',
      withProperties('MemorySize: 10241'),
      `11:9 ${P}.MemorySize: 1 validation error detected: Value '10241' at 'memorySize' failed to satisfy constraint: Member must have value less than or equal to 10240`,
    ],
    [
      'memory that is no number',
      withProperties('MemorySize: 128MB'),
      `11:9 ${P}.MemorySize: It must be a whole number from 128 to 10240, not "128MB".`,
    ],
    [
      'too long a timeout',
      withProperties('Timeout: 901'),
      `11:9 ${P}.Timeout: 1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900`,
    ],
    [
      'too little storage',
      withProperties('EphemeralStorage: {Size: 100}'),
      `11:28 ${P}.EphemeralStorage.Size: 1 validation error detected: Value '100' at 'ephemeralStorage.size' failed to satisfy constraint: Member must have value greater than or equal to 512`,
    ],
    [
      'a handler with a space',
      withProperties('Handler: index handler', 'Handler'),
      `10:9 ${P}.Handler: 1 validation error detected: Value 'index handler' at 'handler' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\s]+`,
    ],
    [
      'no handler',
      withProperties('Timeout: 3', 'Handler'),
      `7:7 ${P}: Handler is missing: Runtime and Handler are mandatory parameters for functions created with deployment packages.`,
    ],
    [
      'no code',
      withProperties('Timeout: 3', 'InlineCode'),
      `7:7 ${P}: Either 'InlineCode' or 'CodeUri' must be set.`,
    ],
    [
      'a runtime of another language',
      withProperties('Runtime: python3.13', 'Runtime'),
      `10:9 ${P}.Runtime: AWS has the runtime python3.13; this simulator runs nodejs20.x, nodejs22.x, nodejs24.x.`,
    ],
    [
      'two architectures',
      withProperties('Architectures: [x86_64, arm64]'),
      `11:9 ${P}.Architectures: 1 validation error detected: Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member must have length less than or equal to 1`,
    ],
    [
      'an architecture in capitals',
      withProperties('Architectures: [X86_64]'),
      `11:9 ${P}.Architectures: 1 validation error detected: Value '[X86_64]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]`,
    ],
    [
      'a reserved variable',
      withProperties('Environment: {Variables: {AWS_REGION: x}}'),
      `11:35 ${P}.Environment.Variables.AWS_REGION: Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: AWS_REGION`,
    ],
    [
      'a variable of one letter',
      withProperties('Environment: {Variables: {A: x}}'),
      `11:35 ${P}.Environment.Variables.A: 1 validation error detected: Value 'A' at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]`,
    ],
    [
      'a container image',
      withProperties('PackageType: Image'),
      `11:9 ${P}.PackageType: AWS has container images; this simulator does not model them yet. It takes Zip.`,
    ],
    [
      'logs in JSON',
      withProperties('LoggingConfig: {LogFormat: JSON}'),
      `11:25 ${P}.LoggingConfig.LogFormat: AWS has logs in JSON; this simulator does not model them yet. It writes Text.`,
    ],
    [
      'an unknown reference',
      withProperties('Description: !Ref Helo'),
      `11:9 ${P}.Description.Ref: Template format error: Unresolved resource dependencies [Helo]: no parameter and no resource has this name. Did you mean Hello?`,
    ],
    [
      'an unknown attribute',
      withProperties('Description: !GetAtt Hello.Name'),
      `11:9 ${P}.Description["Fn::GetAtt"]: Resource Hello has no attribute Name here. It has Arn.`,
    ],
    [
      'a function of AWS',
      withProperties('Description: !Select [0, [a]]'),
      `11:9 ${P}.Description: AWS has Fn::Select; this simulator does not work it out yet. It knows Ref, Fn::GetAtt, Fn::Join and Fn::Sub.`,
    ],
    [
      'an unknown tag',
      withProperties('Description: !Reff Hello'),
      `11:9 ${P}.Description: The tag !Reff means nothing here. Known: !Ref, !Sub, !GetAtt and !Join.`,
    ],
    [
      'a variable of Sub that is not there',
      withProperties('Description: !Sub "${Hello.Arn} ${Nope}"'),
      `11:9 ${P}.Description["Fn::Sub"]: Template format error: Unresolved resource dependencies [Nope]: no parameter and no resource has this name.`,
    ],
    [
      'a folder without files',
      withProperties('CodeUri: ./hello', 'InlineCode'),
      `10:9 ${P}.CodeUri: The section files has nothing in the folder "./hello". It is empty.`,
    ],
    [
      'code in S3',
      withProperties('CodeUri: s3://bucket/key', 'InlineCode'),
      `10:9 ${P}.CodeUri: AWS can take the code from S3; this simulator does not model it yet. Give CodeUri a folder of the section files.`,
    ],
  ])('%s', (_, text, fault) => {
    expect(told(text)).toContain(fault);
  });

  it('refuses an unknown runtime as AWS does, with AWS’s list', () => {
    expect(told(withProperties('Runtime: non-existent-runtime', 'Runtime')).join()).toContain(
      "Value non-existent-runtime at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [nodejs20.x, python3.14, provided.al2023,",
    );
  });

  it('measures environment variables on their JSON text', () => {
    const variables = (bytes: number) =>
      withProperties(`Environment: {Variables: {AB: ${'x'.repeat(bytes - '{"AB":""}'.length)}}}`);
    expect(faultsOf(variables(4_096))).toEqual([]);
    expect(faultsOf(variables(4_097))[0]?.message).toMatch(
      /^Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit\. String measured: \{"AB":"xxx/,
    );
  });

  it('tells a fault in Globals once, where it is written', () => {
    const text = GOOD.replace(
      '  Resources:',
      '  Globals:\n    Function:\n      Timeout: 1000\n  Resources:',
    ).replace(
      '    Hello:',
      "    Other:\n      Type: AWS::Serverless::Function\n      Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'x'}\n    Hello:",
    );
    expect(told(text)).toEqual([
      "6:7 template.Globals.Function.Timeout: 1 validation error detected: Value '1000' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
    ]);
  });

  it('refuses in Globals what SAM refuses there', () => {
    const text = GOOD.replace(
      '  Resources:',
      '  Globals: {Function: {FunctionName: x}, Api: {}, Funktion: {}}\n  Resources:',
    );
    const messages = new Map(faultsOf(text).map(({ path, message }) => [path, message]));
    expect(messages.get('template.Globals.Function.FunctionName')).toMatch(
      /^'Globals' section is invalid\. 'FunctionName' is not a supported property of 'Function'\./,
    );
    expect(messages.get('template.Globals.Api')).toMatch(/^AWS has globals for Api;/);
    expect(messages.get('template.Globals.Funktion')).toMatch(
      /'Funktion' is not supported\. Did you mean Function\?$/,
    );
  });

  it('refuses two functions of one name', () => {
    const text = GOOD.replace(
      '    Hello:',
      "    Other:\n      Type: AWS::Serverless::Function\n      Properties: {FunctionName: Hello, Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'x'}\n    Hello:",
    );
    expect(faultsOf(text).map(({ message }) => message)).toEqual([
      'Function already exist: Hello. Other has this name too.',
    ]);
  });

  it('gives a parameter without a default back', () => {
    const text = GOOD.replace('  Resources:', '  Parameters: {Stage: {Type: String}}\n  Resources:');
    expect(told(text)).toEqual([
      '4:16 template.Parameters.Stage: Parameters: [Stage] must have values: give it a Default (text or a number), since nobody is asked for one here.',
    ]);
  });

  it('warns of a handler whose file is not there, and lists the files: AWS would take it', () => {
    const parsed = parseScenario(withProperties('Handler: app.handler', 'Handler'));
    expect(parsed).toMatchObject({
      ok: true,
      warnings: [
        {
          path: `${P}.Handler`,
          line: 10,
          message:
            'No file is the module of the handler "app.handler": app.mjs, .js or .cjs. AWS takes it, and the first invocation fails. The package has index.js.',
        },
      ],
    });
  });
});

describe('the workload', () => {
  const line = (members: string) => `${GOOD}workload:\n  - {${members}}\n`;
  const call = "call: 'lambda:Invoke', input: {FunctionName: Hello}";
  it.each([
    ['no time', call, 'workload[0]: When? Give at, or from and to with rate or every.'],
    [
      'two ways of time',
      `at: 1s, rate: 1/s, ${call}`,
      'workload[0].rate: rate does not go with at: at is one instant.',
    ],
    ['no end', `from: 1s, rate: 1/s, ${call}`, 'workload[0]: to is missing: until when the calls are made.'],
    [
      'an end before the start',
      `from: 2s, to: 1s, rate: 1/s, ${call}`,
      'workload[0].to: It must be later than from.',
    ],
    [
      'a rate that is none',
      `to: 1s, rate: fast, ${call}`,
      'workload[0].rate: It must be a rate of at most 100000/s, such as 200/s, 10/m or 3/100ms, or {from: 1/s, to: 200/s}, not the text "fast".',
    ],
    [
      'a rate of nothing',
      `to: 1s, rate: 0/s, ${call}`,
      'workload[0].rate: A rate of nothing makes no calls.',
    ],
    [
      'too many calls',
      `to: 30d, rate: 100000/s, ${call}`,
      'workload[0].rate: This makes more than 100,000,000 calls.',
    ],
    ['every nothing', `to: 1s, every: 0s, ${call}`, 'workload[0].every: It must be longer than nothing.'],
    [
      'a member that there is not',
      `att: 1s, at: 1s, ${call}`,
      'workload[0].att: There is no att in a line of the workload. Did you mean at?',
    ],
    ['no call', 'at: 1s', 'workload[0]: call is missing from a line of the workload.'],
    [
      'a call of another service',
      "at: 1s, call: 's3:PutObject'",
      'workload[0].call: s3:PutObject is not a call that is simulated. Known: lambda:Invoke, lambda:GetFunction, lambda:UpdateFunctionCode and lambda:UpdateFunctionConfiguration.',
    ],
    [
      'a mistyped call',
      "at: 1s, call: 'lambda:invoke'",
      'workload[0].call: lambda:invoke is not a call that is simulated. Known: lambda:Invoke, lambda:GetFunction, lambda:UpdateFunctionCode and lambda:UpdateFunctionConfiguration. Did you mean lambda:Invoke?',
    ],
    ['no function', "at: 1s, call: 'lambda:Invoke'", 'workload[0].input: lambda:Invoke needs FunctionName.'],
    [
      'a member that the API has not',
      "at: 1s, call: 'lambda:Invoke', input: {FunctionName: Hello, Paylod: 1}",
      'workload[0].input.Paylod: lambda:Invoke takes no Paylod here. Did you mean Payload?',
    ],
    [
      'a member of another type',
      "at: 1s, call: 'lambda:Invoke', input: {FunctionName: 3}",
      'workload[0].input.FunctionName: FunctionName must be text, not the number 3.',
    ],
    [
      'an unknown reference',
      "at: 1s, call: 'lambda:Invoke', input: {FunctionName: !Ref Nobody}",
      'workload[0].input.FunctionName.Ref: Template format error: Unresolved resource dependencies [Nobody]: no parameter and no resource has this name.',
    ],
  ])('%s', (_, members, fault) => {
    expect(faultsOf(line(members)).map(({ path, message }) => `${path}: ${message}`)).toEqual([fault]);
  });
});

describe('injected faults', () => {
  it.each([
    [
      'service: dynamodb, error: X, status: 400',
      'faults[0].service: dynamodb is not simulated yet. Services so far: lambda.',
    ],
    [
      'service: lambda, action: PutItem, error: ServiceException',
      'faults[0].action: lambda has no simulated action PutItem. Known: Invoke, GetFunction, UpdateFunctionCode and UpdateFunctionConfiguration.',
    ],
    [
      'service: lambda, error: ServiceExeption',
      'faults[0].error: The HTTP status of ServiceExeption is not known: give it as status. Did you mean ServiceException?',
    ],
    [
      'service: lambda, error: ServiceException, rate: 2',
      'faults[0].rate: It must be a share of the calls, above 0 and at most 1, not the number 2.',
    ],
    [
      'service: lambda, error: ServiceException, from: 2s, to: 1s',
      'faults[0].to: It must be later than from.',
    ],
  ])('%s', (members, fault) => {
    expect(
      faultsOf(`${GOOD}faults:\n  - {${members}}\n`).map(({ path, message }) => `${path}: ${message}`),
    ).toEqual([fault]);
  });
});
