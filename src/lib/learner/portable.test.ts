import { describe, expect, it } from 'vitest';
import { fromPortable, toPortable } from './portable';
import type { Records } from './records';
import { LIMITS } from './schema';

const empty: Records = { steps: new Map(), answers: new Map(), drafts: new Map() };

function file(parts: Record<string, unknown>): string {
  return JSON.stringify({ format: 'coldstart-learner', version: 1, ...parts });
}

it('comes back as it went', () => {
  const records: Records = {
    steps: new Map([['l/s', { doneAt: 3, savedAt: 4 }]]),
    answers: new Map([['q', { chosen: ['a'], correct: true, attempts: 2, savedAt: 5 }]]),
    drafts: new Map([['l/s/index.mjs', { text: 'a\nb', kept: 'c', savedAt: 6 }]]),
  };
  expect(fromPortable(toPortable(records))).toEqual({ ok: true, value: { records, faults: [] } });
});

describe('a hostile file', () => {
  it.each([
    ['no JSON', 'hello', 'not JSON'],
    ['another shape', '[]', 'not an export'],
    ['another format', '{"format":"other","version":1}', 'format'],
    ['a later version', file({ version: 2 }), 'version 2'],
    ['lists that are none', file({ steps: 5 }), 'steps'],
    ['too many records', file({ steps: Array.from({ length: LIMITS.records + 1 }, () => []) }), 'steps'],
  ])('with %s is refused with the reason', (_, text, reason) => {
    const result = fromPortable(text);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.reason).toContain(reason);
  });

  it('cannot reach a prototype', () => {
    const text = file({ drafts: [['__proto__', { text: 'x', savedAt: 1 }]] }).replace(
      '"version"',
      '"__proto__":{"polluted":1},"version"',
    );
    const result = fromPortable(text);
    expect(result.ok && result.value.records.drafts.get('__proto__')?.text).toBe('x');
    expect('polluted' in {}).toBe(false);
  });

  it('loses only the records that are wrong, each with its place', () => {
    const result = fromPortable(
      file({
        answers: [
          ['good', { chosen: [], correct: false, attempts: 1, savedAt: 1 }],
          ['bad', { chosen: 'a', correct: false, attempts: 1, savedAt: 1 }],
        ],
        drafts: [
          [7, { text: 'x', savedAt: 1 }],
          ['big', { text: 'x'.repeat(LIMITS.text + 1), savedAt: 1 }],
        ],
      }),
    );
    expect(result.ok && result.value.records.answers.size).toBe(1);
    expect(result.ok && result.value.faults.map(({ where }) => where)).toEqual([
      'answers[1]',
      'drafts[0]',
      'drafts[1]',
    ]);
  });

  it('with fields of its own making does not bring them in', () => {
    const result = fromPortable(file({ steps: [['l/s', { savedAt: 1, onclick: 'alert(1)' }]] }));
    expect(result.ok && result.value.records.steps.get('l/s')).toEqual({ savedAt: 1 });
  });

  it('may leave lists out', () => {
    expect(fromPortable(file({}))).toEqual({ ok: true, value: { records: empty, faults: [] } });
  });
});
