import type { FaultList } from './fault-list';
import { isJsonObject } from './json';
import { whatItIs } from './quote';

const FILES_MAX = 1_000;
const PATH_LENGTH_MAX = 200;

/** The section `files`: path to text. */
export function readFiles(value: unknown, faults: FaultList): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (value === undefined) return files;
  if (!isJsonObject(value)) {
    faults.add(['files'], `It must be an object of paths and their text, not ${whatItIs(value)}.`);
    return files;
  }
  for (const [written, text] of Object.entries(value)) {
    const path = written.replace(/^\.\//, '');
    const fault = files.has(path) ? 'This file stands here twice.' : (pathFault(path) ?? textFault(text));
    if (fault !== undefined) faults.add(['files', written], fault);
    else if (typeof text === 'string') files.set(path, text);
  }
  if (files.size > FILES_MAX) faults.add(['files'], `There are more than ${FILES_MAX} files.`);
  refuseFilesThatAreFolders(files, faults);
  return files;
}

/** Why a path cannot be used; undefined when it can. */
function pathFault(path: string): string | undefined {
  if (path.length > PATH_LENGTH_MAX) return `A path has at most ${PATH_LENGTH_MAX} characters.`;
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
    return 'A path starts at the scenario, not at a root: orders/index.mjs.';
  if (Array.from(path).some((character) => character === '\\' || character < ' ' || character === '\u007f'))
    return 'A path has no backslashes and no control characters.';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return 'A path has no empty parts and no . or .. parts.';
  return undefined;
}

function textFault(text: unknown): string | undefined {
  return typeof text === 'string'
    ? undefined
    : `A file must be text, not ${whatItIs(text)}. A block of text starts with |.`;
}

function refuseFilesThatAreFolders(files: ReadonlyMap<string, string>, faults: FaultList): void {
  for (const path of files.keys())
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      if (files.has(folder)) faults.add(['files', path], `${folder} is a file: nothing can lie in it.`);
    }
}
