import { describe, expect, it } from 'vitest';
import { documentsOf, type EditorProblem } from './documents';
import { findProblems, noProblems, shownProblems } from './shown-problems';

const open = (text: string) =>
  documentsOf({
    files: { 'index.mjs': text, 'other.mjs': '' },
    starter: {},
    template: undefined,
    templateStarter: undefined,
    event: undefined,
  });
const boom: EditorProblem = {
  file: 'index.mjs',
  line: 1,
  column: 1,
  message: 'Error: boom',
  kind: 'run-time',
};

describe('problems at their line', () => {
  it('are shown for the text that they were found in', () => {
    const found = findProblems(noProblems, [boom], open('a'));
    expect(shownProblems(found, open('a')).get('file:index.mjs')).toEqual([boom]);
  });

  it('go when that text is edited, and stay away when the same list comes again', () => {
    const found = findProblems(noProblems, [boom], open('a'));
    expect(shownProblems(found, open('b')).size).toBe(0);
    const again = findProblems(found, [{ ...boom }], open('b'));
    expect(shownProblems(again, open('b')).size).toBe(0);
  });

  it('come back when the same happens once more', () => {
    const found = findProblems(noProblems, [{ ...boom, id: 1 }], open('a'));
    const again = findProblems(found, [{ ...boom, id: 2 }], open('b'));
    expect(shownProblems(again, open('b')).size).toBe(1);
  });

  it('stay when another file is edited', () => {
    const found = findProblems(noProblems, [boom], open('a'));
    const documents = open('a').map((each) => (each.name === 'other.mjs' ? { ...each, text: 'x' } : each));
    expect(shownProblems(found, documents).size).toBe(1);
  });

  it('of files that are not there are left out', () => {
    const found = findProblems(noProblems, [{ ...boom, file: 'gone.mjs' }], open('a'));
    expect(shownProblems(found, open('a')).size).toBe(0);
  });
});
