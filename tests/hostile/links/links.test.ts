import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '$lib/scenario/base64url';
import { deflate } from '$lib/scenario/deflate';
import { decodeLink, encodeLink } from '$lib/scenario/link';

const SCENARIO = 'coldstart: 1\ntemplate: {Resources: {}}\n';

async function messageFor(link: string): Promise<string> {
  const decoded = await decodeLink(link);
  if (decoded.ok) throw new Error('the link was taken');
  return decoded.faults.map(({ message }) => message).join('\n');
}

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return `#s=1.${toBase64Url(await deflate(bytes))}`;
}

const text = (content: string) => new TextEncoder().encode(content);

describe('a broken link says what is wrong with it', () => {
  it.each([
    ['nothing', '', 'This is no link to a scenario: the address has no #s= part.'],
    [
      'another address',
      'https://example.org/#top',
      'This is no link to a scenario: the address has no #s= part.',
    ],
    ['no version', '#s=', 'The link names no version. A link begins with #s=1.'],
    ['no version before the data', '#s=abcdef', 'The link names no version. A link begins with #s=1.'],
    ['a later version', '#s=2.abcd', 'The link is of version 2; this simulator reads version 1.'],
    [
      'a huge version',
      `#s=${'9'.repeat(1_000)}.abcd`,
      'The link is of version 999999999; this simulator reads version 1.',
    ],
    [
      'no data',
      '#s=1.',
      'The link is damaged: it has characters that do not belong in a link, or its end is missing.',
    ],
    [
      'strange characters',
      '#s=1.ab%20cd',
      'The link is damaged: it has characters that do not belong in a link, or its end is missing.',
    ],
    [
      'half a character',
      '#s=1.abcde',
      'The link is damaged: it has characters that do not belong in a link, or its end is missing.',
    ],
    [
      'noise',
      '#s=1.AAAAAAAAAAAA',
      'The link is damaged or cut off: what it carries cannot be unpacked. Copy the whole link again.',
    ],
    ['too long', `#s=1.${'A'.repeat(65_536)}`, 'The link is longer than 65,536 characters.'],
    ['a million characters', `#s=1.${'A'.repeat(1_000_000)}`, 'The link is longer than 65,536 characters.'],
  ])('%s', async (_, link, message) => {
    expect(await messageFor(link)).toBe(message);
  });

  it('cut off anywhere, it is damaged; it never gives half a scenario', async () => {
    const link = await encodeLink(SCENARIO + '# and more\n'.repeat(50));
    if (!link.ok) throw new Error(link.fault.message);
    const start = '#s=1.'.length;
    for (let length = start; length < link.fragment.length; length++)
      expect(await messageFor(link.fragment.slice(0, length))).toMatch(/^The link is damaged/);
  });

  it('with any one character changed, it is damaged: it never gives another scenario', async () => {
    const link = await encodeLink(SCENARIO + '# and more\n'.repeat(5));
    if (!link.ok) throw new Error(link.fault.message);
    for (let index = '#s=1.'.length; index < link.fragment.length - 1; index++) {
      const other = link.fragment[index] === 'x' ? 'y' : 'x';
      const changed = link.fragment.slice(0, index) + other + link.fragment.slice(index + 1);
      expect(await messageFor(changed)).toMatch(/^The link is damaged/);
    }
  });

  it('carrying bytes that are no text', async () => {
    expect(await messageFor(await packed(new Uint8Array([0xff, 0xfe, 0x80, 0xc0])))).toBe(
      'The link is damaged: what it carries is no text.',
    );
  });

  it('carrying a scenario that is none', async () => {
    expect(await messageFor(await packed(text('[1, 2]')))).toBe(
      'The scenario must be an object, not a list.',
    );
  });
});

describe('a bomb in a link', () => {
  it('of 40 MB in 40 KB is refused at 1 MiB, soon', async () => {
    const bomb = await packed(new Uint8Array(40_000_000));
    expect(bomb.length).toBeLessThan(65_536);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect(await messageFor(bomb)).toBe('The scenario in the link is larger than 1 MiB.');
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
  });

  it('one byte over 1 MiB is refused, and 1 MiB is not', async () => {
    const comment = (bytes: number) => text(`${SCENARIO}#${' '.repeat(bytes - SCENARIO.length - 1)}`);
    expect(await messageFor(await packed(comment(1_048_577)))).toBe(
      'The scenario in the link is larger than 1 MiB.',
    );
    expect(await messageFor(await packed(comment(1_048_576)))).toMatch(/At least one Resources member/);
  });
});

it('any fragment at all is answered, never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.base64String().map((data) => `#s=1.${data}`),
        fc.uint8Array().map((data) => `#s=1.${toBase64Url(data)}`),
      ),
      async (link) => {
        expect((await decodeLink(link)).ok).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});
