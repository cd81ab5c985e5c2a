import type { ThemeName } from '$lib/ui/theme.svelte';

/** The colours and faces of the canvas, read from the CSS custom properties in force. */
export interface Palette {
  readonly surface: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  readonly ice: string;
  readonly iceSoft: string;
  readonly ember: string;
  readonly red: string;
  readonly frozen: string;
  readonly emberSoft: string;
  readonly sunken: string;
  /** CSS font shorthand of the small tabular face. */
  readonly font: string;
  readonly textFont: string;
  /** How much the veil over the future covers, 0 to 1. */
  readonly veil: number;
}

/** The tokens differ by scheme: read again whenever it changes. */
export function readPalette(element: Element, scheme: ThemeName): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    surface: read('--surface'),
    line: read('--line'),
    lineStrong: read('--line-strong'),
    text: read('--text'),
    quiet: read('--text-quiet'),
    accent: read('--accent'),
    ice: read('--ice'),
    iceSoft: read('--ice-soft'),
    ember: read('--ember'),
    red: read('--red'),
    frozen: read('--frozen'),
    emberSoft: read('--ember-soft'),
    sunken: read('--surface-sunken'),
    font: `12px ${read('--font-mono')}`,
    textFont: `12px ${read('--font-text')}`,
    veil: scheme === 'dark' ? 0.6 : 0.7,
  };
}
