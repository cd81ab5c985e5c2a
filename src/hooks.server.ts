import type { Handle } from '@sveltejs/kit';

/** The text face's first file: every page shows it at once. Other files of the faces wait until a letter needs them. */
const TEXT_FACE = /atkinson-hyperlegible-next-latin-wght-normal/;

/** While pages are prerendered: what each tells the browser to fetch early, by paths relative to the page. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && TEXT_FACE.test(path)),
  });
