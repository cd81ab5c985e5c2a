import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of one block, by name. */
function colours(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no block ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const schemes = { light: colours(':root'), dark: colours(":root[data-theme='dark']") };
const pairs = [
  ...['--text', '--text-quiet', '--accent', '--ice', '--ember', '--red', '--frozen'].flatMap((name) => [
    [name, '--surface'],
    [name, '--surface-raised'],
    [name, '--surface-sunken'],
  ]),
  ...['ice', 'ember', 'red', 'frozen', 'accent'].flatMap((name) => [
    [`--${name}`, `--${name}-soft`],
    ['--text', `--${name}-soft`],
  ]),
  ['--on-accent', '--accent'],
];

describe.each(Object.entries(schemes))('the %s scheme', (_, scheme) => {
  it.each(pairs)('reads %s on %s at 4.5:1 or more', (text, ground) => {
    expect(contrast(scheme.get(text)!, scheme.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });

  it('shows edges of controls at 3:1 or more', () => {
    expect(contrast(scheme.get('--line-strong')!, scheme.get('--surface')!)).toBeGreaterThanOrEqual(3);
  });
});

it('is the same dark whether the system or the reader asks for it', () => {
  expect(colours(":root:not([data-theme='light'])")).toEqual(schemes.dark);
});
