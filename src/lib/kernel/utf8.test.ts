import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Length } from './utf8';

it('counts the bytes that encoding would make, lone surrogates included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, lone) => {
      for (const each of [text, text + String.fromCharCode(lone), String.fromCharCode(lone) + text])
        expect(utf8Length(each)).toBe(new TextEncoder().encode(each).length);
    }),
  );
});
