/**
 * Between a lesson's files (by their path in the scenario, `hello/index.mjs`) and a lab's code (by function, then by path
 * below the function's CodeUri, `index.mjs`).
 */
import type { Code } from '$lib/lab/code';
import { member } from '$lib/lesson/json';
import type { Files } from '$lib/lesson/types';
import type { Json } from '$lib/scenario/json';

/** The folder of each function's code, ending with a slash; empty for the scenario's own folder. */
export function codeFolders(scenario: Json): ReadonlyMap<string, string> {
  const template = member(scenario, 'template');
  const shared = member(member(member(template, 'Globals'), 'Function'), 'CodeUri');
  const resources = member(template, 'Resources');
  const folders = new Map<string, string>();
  if (typeof resources !== 'object' || resources === null) return folders;
  for (const name of Object.keys(resources)) {
    const uri = member(member(member(resources, name), 'Properties'), 'CodeUri') ?? shared ?? '';
    if (typeof uri === 'string') folders.set(name, folderOf(uri));
  }
  return folders;
}

function folderOf(uri: string): string {
  const path = uri.replace(/^\.\//, '').replace(/\/$/, '');
  return path === '' || path === '.' ? '' : `${path}/`;
}

/** A lab's code as a lesson's files. */
export function toFiles(code: Code, folders: ReadonlyMap<string, string>): Files {
  return Object.fromEntries(
    Object.entries(code).flatMap(([name, files]) =>
      Object.entries(files).map(([path, text]) => [`${folders.get(name) ?? ''}${path}`, text]),
    ),
  );
}

/** The part of a lesson's files that is a function's code. */
export function toFunctionFiles(files: Files, folder: string): Files {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
    ),
  );
}
