import { BUILTIN_DOOR } from '../vm/modules';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const RESERVED = new Set(
  'default break case catch class const continue debugger delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await'.split(
    ' ',
  ),
);

/** An ES module that hands on a built-in module or a CommonJS file. */
export function syntheticModule(target: string, names: readonly string[]): string {
  const exported = [...new Set(names)].filter((name) => IDENTIFIER.test(name) && !RESERVED.has(name));
  const list = exported.length === 0 ? '' : `export const {${exported.join(',')}}=m;`;
  return `const m=globalThis[Symbol.for(${JSON.stringify(BUILTIN_DOOR)})](${JSON.stringify(target)});export default m;${list}`;
}

export function jsonModule(text: string): string {
  return `export default JSON.parse(${JSON.stringify(text)})`;
}

/** The names that a CommonJS file seems to export, found in its text as Node finds them. */
export function commonJsNames(source: string): string[] {
  const assigned = [...source.matchAll(/\bexports\.([A-Za-z_$][\w$]*)\s*=(?!=)/g)].map(
    ([, name = '']) => name,
  );
  const literal = /\bmodule\.exports\s*=\s*\{([^}]*)\}/.exec(source)?.[1] ?? '';
  const listed = literal.split(',').map((part) => /^\s*([A-Za-z_$][\w$]*)/.exec(part)?.[1] ?? '');
  return [...assigned, ...listed];
}
