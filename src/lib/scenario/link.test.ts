import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url';
import { decodeLink, encodeLink, isLink, LINK_LENGTH_MAX } from './link';

const SCENARIO = `coldstart: 1
title: Ünïcode, and a line of it — 日本語 🧊
template:
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Hello:
      Type: AWS::Serverless::Function
      Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => 1'}
`;

async function fragmentOf(text: string): Promise<string> {
  const link = await encodeLink(text);
  if (!link.ok) throw new Error(link.fault.message);
  return link.fragment;
}

describe('a link', () => {
  it('carries a scenario’s text unchanged, in the fragment or in a whole address', async () => {
    const fragment = await fragmentOf(SCENARIO);
    expect(fragment).toMatch(/^#s=1\.[A-Za-z0-9_-]+$/);
    for (const link of [fragment, fragment.slice(1), `https://example.org/coldstart/lab/${fragment}`])
      expect(await decodeLink(link)).toMatchObject({ ok: true, text: SCENARIO });
  });

  it('is shorter than the text it carries', async () => {
    const text =
      SCENARIO +
      `files:\n  orders/index.mjs: |\n${'    export const handler = async () => ({ ok: true });\n'.repeat(200)}`;
    expect((await fragmentOf(text)).length).toBeLessThan(text.length / 10);
  });

  it('is told from a file’s name by its look', async () => {
    expect(isLink(await fragmentOf(SCENARIO))).toBe(true);
    expect(isLink(`http://localhost:4173/${await fragmentOf(SCENARIO)}`)).toBe(true);
    expect(isLink('lessons/01/scenario.yaml')).toBe(false);
  });

  it('is not made for a scenario that no link can hold', async () => {
    const random = Array.from({ length: 120_000 }, (_, index) =>
      ((index * 2_654_435_761) >>> 0).toString(36),
    ).join('');
    const link = await encodeLink(random.slice(0, 200_000));
    expect(link).toMatchObject({ ok: false, fault: { message: expect.stringMatching(/at most 65,536/) } });
    expect(LINK_LENGTH_MAX).toBe(64 * 1024);
    expect(await encodeLink('x'.repeat(1_048_577))).toMatchObject({
      ok: false,
      fault: { message: 'The scenario is larger than 1 MiB: too large for a link.' },
    });
  });

  it('names the faults of the scenario that it carries', async () => {
    const link = await fragmentOf(SCENARIO.replace('MemorySize', '').replace('Handler:', 'Handlr:'));
    const decoded = await decodeLink(link);
    expect(decoded.ok).toBe(false);
    if (!decoded.ok)
      expect(decoded.faults.map(({ message }) => message).join()).toMatch(/Did you mean Handler\?/);
  });
});

describe('base64url', () => {
  it('is read back, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });
});
