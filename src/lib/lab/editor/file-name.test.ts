import { describe, expect, it } from 'vitest';
import { fileNameFault } from './file-name';

describe('names of files', () => {
  it.each(['index.mjs', 'lib/prices.ts', 'a-b_c.d.cjs', 'package.json', 'lib/deep/er/x.js'])(
    'takes %s',
    (name) => {
      expect(fileNameFault(name, ['other.mjs'])).toBeUndefined();
    },
  );

  it.each([
    ['', 'Give the file a name'],
    ['../index.mjs', 'cannot leave'],
    ['lib/../../x.mjs', 'cannot leave'],
    ['./x.mjs', 'cannot leave'],
    ['/index.mjs', 'first /'],
    ['lib\\x.mjs', 'not \\'],
    ['lib//x.mjs', 'needs a name'],
    ['lib/', 'needs a name'],
    ['index', 'End the name'],
    ['.mjs', 'End the name'],
    ['index.py', 'End the name'],
    ['index.tsx', 'End the name'],
    ['my file.mjs', 'letters, digits'],
    ['ünder.mjs', 'letters, digits'],
    [`${'a'.repeat(120)}.mjs`, 'at most 100'],
  ])('refuses %j and says what to change', (name, part) => {
    expect(fileNameFault(name, [])).toContain(part);
  });

  it('refuses a name that is taken', () => {
    expect(fileNameFault('index.mjs', ['index.mjs'])).toBe('There is a file index.mjs already.');
  });

  it('refuses a file that is also a folder', () => {
    expect(fileNameFault('lib.mjs/x.mjs', ['lib.mjs'])).toContain('one is a folder');
  });
});
