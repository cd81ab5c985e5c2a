import { describe, expect, it } from 'vitest';
import { answerToLearner, toLearner, toWorker } from './positions';

const insertion = { at: 10, text: '12345' };
const own = (fileName: string) => (fileName === 'a.mjs' ? insertion : undefined);

describe('positions between the learner and the worker', () => {
  it('come back to where they were', () => {
    for (let position = 0; position < 30; position += 1)
      expect(toLearner(insertion, toWorker(insertion, position))).toBe(position);
  });

  it('inside of what was inserted are its place', () => {
    expect([10, 11, 14, 15, 16].map((position) => toLearner(insertion, position))).toEqual([
      10, 10, 10, 10, 11,
    ]);
  });

  it('are mapped wherever an answer has them, in the file that they belong to', () => {
    const answer = [
      { fileName: 'a.mjs', textSpan: { start: 20, length: 3 }, contextSpan: { start: 5, length: 20 } },
      { fileName: 'b.mjs', textSpan: { start: 20, length: 3 } },
    ];
    expect(answerToLearner(answer, 'a.mjs', own)).toEqual([
      { fileName: 'a.mjs', textSpan: { start: 15, length: 3 }, contextSpan: { start: 5, length: 15 } },
      { fileName: 'b.mjs', textSpan: { start: 20, length: 3 } },
    ]);
  });

  it('of edits to what was inserted are left out', () => {
    const edits = [
      { span: { start: 11, length: 2 }, newText: '' },
      { span: { start: 16, length: 2 }, newText: 'x' },
    ];
    expect(answerToLearner(edits, 'a.mjs', own)).toEqual([{ span: { start: 11, length: 2 }, newText: 'x' }]);
  });

  it('leave source files, which lead round in circles, as they are', () => {
    class SourceFile {
      readonly self = this;
      readonly fileName = 'a.mjs';
    }
    const file = new SourceFile();
    expect(answerToLearner({ file, start: 20, length: 1 }, 'b.mjs', own)).toEqual({
      file,
      start: 15,
      length: 1,
    });
  });
});
