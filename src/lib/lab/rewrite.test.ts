import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withCode, withTemplate } from './rewrite';

const scenario = `coldstart: 1 # keep me
template:
  Resources: {}
files:
  hello/index.mjs: |
    one
  other/index.mjs: |
    else
`;
const deployed = { Hello: { 'index.mjs': 'one\n' } };

describe('a scenario rewritten', () => {
  it('has the new template, short tags and comments as written', async () => {
    const rewritten = await withTemplate(scenario, 'Resources:\n  A: !Ref B # why\n');
    expect(rewritten).toMatchObject({ ok: true, text: expect.stringContaining('A: !Ref B # why') });
    expect(rewritten).toMatchObject({ ok: true, text: expect.stringContaining('# keep me') });
  });

  it('names the line of a template that is no YAML', async () => {
    const rewritten = await withTemplate(scenario, 'Resources:\n  A: [1\n');
    expect(rewritten).toMatchObject({
      ok: false,
      faults: [{ path: expect.stringMatching(/^template\.yaml:/) }],
    });
  });

  it('has the new code in the folder of its function, files added and removed, the others untouched', async () => {
    const text = await withCode(scenario, deployed, { Hello: { 'main.mjs': 'two\n', 'lib/a.mjs': 'a' } });
    expect(parse(text ?? '').files).toEqual({
      'other/index.mjs': 'else\n',
      'hello/main.mjs': 'two\n',
      'hello/lib/a.mjs': 'a',
    });
  });

  it('is not guessed at when the folder of a function cannot be told', async () => {
    const inline = { Hello: { 'index.mjs': 'not in the files' } };
    expect(await withCode(scenario, inline, { Hello: { 'index.mjs': 'two' } })).toBeUndefined();
    expect(await withCode('coldstart: 1', deployed, { Hello: {} })).toBeUndefined();
  });
});
