import { describe, expect, it } from 'vitest';
import { resultRecord } from '$lib/services/lambda/records/invocation';
import { simulate } from '$lib/scenario/testing/simulate';

async function invoke(files: Readonly<Record<string, string>>, runtime = 'nodejs24.x') {
  const simulation = await simulate(
    JSON.stringify({
      coldstart: 1,
      title: 'Source files',
      template: {
        Transform: 'AWS::Serverless-2016-10-31',
        Resources: {
          Orders: {
            Type: 'AWS::Serverless::Function',
            Properties: { Runtime: runtime, Handler: 'index.handler', CodeUri: './orders' },
          },
        },
      },
      files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`orders/${path}`, text])),
      workload: [{ at: '0s', call: 'lambda:Invoke', input: { FunctionName: 'Orders', Payload: { n: 1 } } }],
      until: '1m',
    }),
  );
  simulation.runUntil(simulation.scenario.until);
  const [result] = simulation.trace.ofKind(resultRecord);
  simulation.dispose();
  return result?.values;
}

describe('[lambda.user-code-syntax-error] a file that does not parse names its place', () => {
  it.each([
    ['nodejs24.x', 'index.mjs', 'export const handler = async () => {\n  const a = ;\n};'],
    ['nodejs22.x', 'index.mjs', 'export const handler = async () => {\n  const a = ;\n};'],
    ['nodejs24.x', 'index.js', 'exports.handler = async () => {\n  const a = ;\n};'],
    ['nodejs22.x', 'index.js', 'exports.handler = async () => {\n  const a = ;\n};'],
    ['nodejs24.x', 'index.ts', 'export const handler = async () => {\n  const a = ;\n};'],
  ])('on %s, %s', async (runtime, file, text) => {
    const result = await invoke({ [file]: text }, runtime);
    expect(result?.position).toBe(`${file}:2:13`);
    expect(result?.payload).toContain('Runtime.UserCodeSyntaxError');
  });
});

describe('[sandbox.typescript] TypeScript runs as if it had been bundled', () => {
  it('with import and export in a .ts file, and files named without their ending', async () => {
    const result = await invoke({
      'index.ts': `import { two } from './two';
        export const handler = async (event: { n: number }): Promise<number> => event.n + two;`,
      'two.ts': 'export const two: number = 2;',
    });
    expect(result?.payload).toBe('3');
  });

  it('while a .ts file without them stays CommonJS', async () => {
    const result = await invoke({ 'index.ts': 'exports.handler = async (event: { n: number }) => event.n;' });
    expect(result?.payload).toBe('1');
  });
});
