import type { CodePackage } from '../modules/package';
import { isTypeScript } from '../modules/package';
import { WRAPPER_HEAD } from '../modules/wrapper';

const IDENTIFIER_END = /[\w$]+$/;

/**
 * QuickJS points at the bracket of a call and at the dot of a property; V8 points at the name that is called, at
 * `new`, and at the property. Columns count from 1.
 */
export function v8Column(code: CodePackage, file: string, line: number, column: number): number {
  const text = code.code(file)?.split('\n')[line - 1];
  if (text === undefined) return column;
  const own = line === 1 && code.format(file) === 'commonjs' ? column - WRAPPER_HEAD.length : column;
  const index = atName(text, own - 1);
  return (isTypeScript(file) ? inOriginal(text, index, code.text(file)?.split('\n')[line - 1]) : index) + 1;
}

/** Does the frame below stand at a `new`? */
export function isConstruction(
  code: CodePackage,
  frame: { file: string; line: number; column: number },
): boolean {
  const text = code.code(frame.file)?.split('\n')[frame.line - 1];
  return text?.slice(v8Column(code, frame.file, frame.line, frame.column) - 1).startsWith('new ') === true;
}

/** What is called at the bracket that QuickJS points at: `context.succeed`. */
export function calleeAt(code: CodePackage, file: string, line: number, column: number): string | undefined {
  const text = code.code(file)?.split('\n')[line - 1];
  const own = line === 1 && code.format(file) === 'commonjs' ? column - WRAPPER_HEAD.length : column;
  const before = text?.slice(0, text[own - 1] === '(' ? own - 1 : own).trimEnd();
  return before === undefined ? undefined : /[\w$.]*[\w$]$/.exec(before)?.[0];
}

function atName(text: string, index: number): number {
  if (text[index] === '.') return index + 1;
  if (text[index] === '?' && text[index + 1] === '.') return index + 2;
  if (text[index] !== '(') return Math.max(0, index);
  const before = text.slice(0, index).trimEnd();
  const constructed = /\bnew\s+[\w$.]+$/.exec(before);
  if (constructed) return constructed.index;
  const name = IDENTIFIER_END.exec(before);
  return name ? name.index : index;
}

/** Finds the same word in the line as it was before its types were removed. */
function inOriginal(stripped: string, index: number, original: string | undefined): number {
  const word = /^[\w$]+/.exec(stripped.slice(index))?.[0];
  if (original === undefined || word === undefined) return index;
  const count = occurrences(stripped, word).filter((at) => at < index).length;
  return occurrences(original, word)[count] ?? index;
}

function occurrences(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}
