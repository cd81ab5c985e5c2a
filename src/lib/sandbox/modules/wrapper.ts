/** What Node puts around a CommonJS file, on the file's own first line so that lines keep their numbers. */
export const WRAPPER_HEAD = '(function (exports, require, module, __filename, __dirname) { ';
const WRAPPER_TAIL = '\n})';

export function wrapCommonJs(source: string): string {
  return `${WRAPPER_HEAD}${source.replace(/^#!.*/, '')}${WRAPPER_TAIL}`;
}
