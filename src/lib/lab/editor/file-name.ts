/** Which names a learner may give to a file of the function's package. */

const extensions = ['.mjs', '.js', '.cjs', '.ts', '.json'];
const lengthMax = 100;

/**
 * Checks a path below /var/task. Returns undefined if it is good, else one sentence that says what to change.
 * @param others paths that are taken already
 */
export function fileNameFault(name: string, others: readonly string[]): string | undefined {
  if (name === '') return 'Give the file a name, such as lib/prices.mjs.';
  if (name.length > lengthMax) return `Use at most ${String(lengthMax)} characters.`;
  if (name.startsWith('/')) return 'Leave out the first /: names start below /var/task.';
  if (name.includes('\\')) return 'Use / between folders, not \\.';
  if (!/^[\w.\-/]*$/.test(name)) return 'Use letters, digits, dots, - and _ only, with / between folders.';
  const parts = name.split('/');
  if (parts.includes('..') || parts.includes('.'))
    return 'A file cannot leave /var/task: . and .. are no names.';
  if (parts.includes('')) return 'A folder needs a name: two / in a row or one at the end.';
  const file = parts[parts.length - 1] ?? '';
  if (!extensions.some((extension) => file.length > extension.length && file.endsWith(extension)))
    return `End the name with one of ${extensions.join(' ')}.`;
  if (others.includes(name)) return `There is a file ${name} already.`;
  const folder = others.find((other) => name.startsWith(`${other}/`) || other.startsWith(`${name}/`));
  if (folder !== undefined) return `${name} and ${folder} cannot both exist: one is a folder of the other.`;
  return undefined;
}
