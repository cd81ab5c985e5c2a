import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { NodeRuntime } from '$lib/sandbox/isolate';
import { handlerInsertion } from './handler-types';

function read(text: string, name = 'index.mjs', runtime: NodeRuntime = 'nodejs22.x'): string {
  const kind = name.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, kind);
  const insertion = handlerInsertion(ts, source, runtime);
  if (insertion === undefined) return text;
  return text.slice(0, insertion.at) + insertion.text + text.slice(insertion.at);
}

const type = '(event: any, context: import("aws-lambda").Context) => Promise<any>';

describe('types for a handler without types', () => {
  it.each([
    ['export const handler = async (event, context) => 1;', `/** @type {${type}} */ export const`],
    ['export async function handler(event) {}', `/** @type {${type}} */ export async function`],
    ['let n = 0;\nexports.handler = async (e) => n;', `\n/** @type {${type}} */ exports.handler`],
    ['module.exports.handler = async (e) => 1;', `/** @type {${type}} */ module.exports.handler`],
    ['module.exports = { other: 1, handler: async (e) => 1 };', `/** @type {${type}} */ handler:`],
  ])('stand before %s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it('stand behind the name in TypeScript', () => {
    expect(read('export const handler = async (event) => 1;', 'index.ts')).toContain(`handler: ${type} =`);
  });

  it('need no promise unless the handler is async', () => {
    expect(read('export const handler = (event) => 1;')).toContain('=> any} */');
  });

  it('know the callback up to nodejs22.x and refuse it from nodejs24.x on', () => {
    const text = 'export const handler = (event, context, callback) => {};';
    expect(read(text)).toContain('callback: import("aws-lambda").Callback)');
    expect(read(text, 'index.mjs', 'nodejs24.x')).toContain('NoCallbackSinceNodejs24)');
  });

  it.each([
    '/** @param {import("aws-lambda").SQSEvent} event */\nexport const handler = async (event) => 1;',
    '/** @type {import("aws-lambda").Handler} */\nexport const handler = async (event) => 1;',
    'export const handler = async (/** @type {string} */ event) => 1;',
    'const handler = async (event) => 1;',
    'export const other = async (event) => 1;',
    'export const handler = async () => 1;',
    'export const handler = wrap(async (event) => 1);',
  ])('leave %j alone', (text) => {
    expect(read(text)).toBe(text);
  });

  it.each([
    'export const handler = async (event: string) => 1;',
    'export const handler: Own = async (event) => 1;',
    'export async function handler(event) {}',
  ])('leave TypeScript %j alone', (text) => {
    expect(read(text, 'index.ts')).toBe(text);
  });

  it('survive a file that does not parse', () => {
    expect(read('export const handler = async (event, => {')).toContain('handler');
  });
});
