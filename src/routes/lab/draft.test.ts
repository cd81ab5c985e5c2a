import { describe, expect, it } from 'vitest';
import { readDraft, writeDraft } from './draft';

describe('the draft of the free lab', () => {
  const draft = {
    scenario: 'coldstart: 1',
    code: { Hello: { 'index.mjs': 'x' } },
    template: 't',
    event: '{}',
  };

  it('is read back as it was written', () => {
    expect(readDraft(writeDraft(draft))).toEqual(draft);
  });

  it('is not made up from anything else', () => {
    for (const text of [undefined, '', 'null', '{}', '{"scenario":1}', '{"scenario":"s","code":{"a":"b"}}'])
      expect(readDraft(text)).toBeUndefined();
  });
});
