import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Measures one part in a process of its own: neither its memory nor what the compiler learnt about the code of
 * another part is mixed in.
 */
export async function partInOwnProcess(root: string, part: string): Promise<Record<string, number>> {
  const { stdout } = await execute(
    process.execPath,
    [path.join(root, 'src/cli/run.mjs'), 'bench', '--here', '--only', part],
    { cwd: root, maxBuffer: 1_048_576 },
  );
  // Before the numbers a build may have had something to say.
  return numbersIn(stdout.trim().split('\n').at(-1) ?? '');
}

function numbersIn(text: string): Record<string, number> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`not an object: ${text}`);
  return Object.fromEntries(
    Object.entries(parsed).map(([key, value]: [string, unknown]) => {
      if (typeof value !== 'number') throw new Error(`${key} is not a number`);
      return [key, value];
    }),
  );
}
