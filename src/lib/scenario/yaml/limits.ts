import { Lexer } from 'yaml';

/** Largest scenario text, in bytes of UTF-8. */
export const TEXT_BYTES_MAX = 1_048_576;

/** A file of a scenario is one token however long it is; a one-line call of the workload has about 45. */
const TOKENS_MAX = 250_000;

/** Directives (lines that begin with %) mean nothing in a scenario; the parser warns of each, slowly. */
const DIRECTIVES_MAX = 10;

/** How deep lists and objects may lie in one another. */
export const DEPTH_MAX = 64;

/** How many values a text may stand for once its aliases are written out. */
export const VALUES_MAX = 250_000;

export const TOO_DEEP = `Lists and objects lie more than ${DEPTH_MAX} deep in one another.`;

/**
 * Why a text is refused unread: to build the tree of a hostile text would take seconds or overflow the stack.
 * Undefined when it may be read. Takes 0.2 s at most.
 */
export function tooMuch(text: string): string | undefined {
  if (text.length > TEXT_BYTES_MAX || new TextEncoder().encode(text).length > TEXT_BYTES_MAX)
    return 'The scenario is larger than 1 MiB (1,048,576 bytes).';
  let tokens = 0;
  let directives = 0;
  let depth = 0;
  let onLine = 0;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > TOKENS_MAX)
      return `The scenario has more than ${TOKENS_MAX.toLocaleString('en')} parts (YAML tokens).`;
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    else if (token.startsWith('\n')) onLine = 0;
    else if (token === '-' || token === '?') onLine++;
    else if (token.startsWith('%') && ++directives > DIRECTIVES_MAX)
      return `The scenario has more than ${DIRECTIVES_MAX} YAML directives (lines that begin with %).`;
    if (depth > DEPTH_MAX || onLine > DEPTH_MAX) return TOO_DEEP;
  }
  return undefined;
}
