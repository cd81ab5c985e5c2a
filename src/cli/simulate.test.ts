import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'coldstart-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As `npm run` calls it: from the project's root, the caller's folder in INIT_CWD. */
function coldstart(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

writeFileSync(
  path.join(folder, 'hello.yaml'),
  `coldstart: 1
title: Hello
template:
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Hello:
      Type: AWS::Serverless::Function
      Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: hello}
files:
  hello/index.mjs: |
    export const handler = async (event) => ({ hello: event.name });
workload:
  - {at: 1s, call: 'lambda:Invoke', input: {FunctionName: Hello, Payload: {name: Ada}}}
until: 1m
`,
);

describe('npm run simulate', { timeout: 120_000 }, () => {
  it('prints one JSON object, the same from the file and from its link', () => {
    const fromFile = coldstart('simulate', 'hello.yaml', '--json', '--until', '10s');
    expect(fromFile).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(fromFile.stdout)).toMatchObject({
      scenario: 'Hello',
      endedAt: 10_000,
      responses: [
        {
          at: 1_000,
          call: 'lambda:Invoke',
          status: 200,
          output: { StatusCode: 200, Payload: '{"hello":"Ada"}' },
        },
      ],
    });
    const link = coldstart('link', 'hello.yaml', '--base', 'https://example.org/lab/');
    expect(link.stdout).toMatch(/^https:\/\/example\.org\/lab\/#s=1\.[\w-]+\n$/);
    const fromLink = coldstart('simulate', link.stdout.trim(), '--json', '--until', '10s');
    expect(fromLink.stdout).toBe(fromFile.stdout);
  });

  it('ends with 2 on a bad file and says path, line and reason', () => {
    writeFileSync(path.join(folder, 'bad.yaml'), 'coldstart: 1\ntitel: Hello\ntemplate: {Resources: {}}\n');
    const bad = coldstart('simulate', 'bad.yaml');
    expect(bad).toMatchObject({ status: 2, stdout: '' });
    expect(bad.stderr).toBe(
      'bad.yaml:2:1: titel: There is no titel in the scenario. Did you mean title?\n' +
        'bad.yaml:3:1: template: Template format error: At least one Resources member must be defined.\n',
    );
  });

  it('ends with 2 when there is neither such a file nor such a lesson, and lists the lessons', () => {
    const none = coldstart('simulate', 'nowhere.yaml');
    expect(none).toMatchObject({ status: 2, stdout: '' });
    expect(none.stderr).toMatch(/^nowhere\.yaml: There is no such file in .+ 01-first-invocation/);
  });

  it('runs a lesson’s step by its number and tells people what happened', () => {
    const lesson = coldstart('simulate', '1/greet', '--solution');
    expect(lesson).toMatchObject({ status: 0, stderr: '' });
    expect(lesson.stdout).toMatch(/^Your first invocation: 15m of virtual time/);
    for (const part of ['Responses: 3 (3 × 200)', '/aws/lambda/Hello', 'Bill', 'lambda.cold-start', 'Trace '])
      expect(lesson.stdout).toContain(part);
  });
});
