import type { CodePackage } from '../modules/package';
import { TASK_ROOT } from '../modules/package';
import { positionIn } from './stack';

/** Only Node 24's client leaves it to Node to print what ended the process. */
const VERSION = 'Node.js v24.11.1';

const IN_PROMISES = `node:internal/process/promises:394
      triggerUncaughtException(err, true /* fromPromise */);
      ^
`;

/**
 * What Node writes to stderr when nobody catches an error: the line, a mark below it, the stack. A rejection whose
 * reason is no error is wrapped in one that says so.
 */
export function crashText(code: CodePackage, stack: string, inspected: string, rejected: boolean): string {
  if (stack === '' && rejected) {
    const reason = `[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${inspected}".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}`;
    return `${IN_PROMISES}\n${reason}\n\n${VERSION}\n`;
  }
  const shown =
    stack === ''
      ? `Uncaught:\n${inspected}\n(Use \`node --trace-uncaught ...\` to show where the exception was thrown)`
      : inspected;
  return `${excerpt(code, stack)}${shown}\n\n${VERSION}\n`;
}

/** The line of the learner's code that threw. V8 marks the throw statement, or what failed by itself. */
function excerpt(code: CodePackage, stack: string): string {
  const position = positionIn(stack);
  const path = `${TASK_ROOT}/${position?.file ?? ''}`;
  const text = position && code.text(path)?.split('\n')[position.line - 1];
  if (!position || text === undefined) return '';
  const thrown = text.lastIndexOf('throw ', position.column - 1);
  const column = thrown >= 0 ? thrown : position.column - 1;
  const url = code.format(path) === 'module' ? `file://${path}` : path;
  return `${url}:${position.line}\n${text}\n${' '.repeat(column)}^\n\n`;
}
