import type { NodeRuntime } from '$lib/sandbox/isolate';
import { documentContext } from './context';

const types = 'file:///node_modules/@types';

/**
 * Puts declarations where TypeScript looks for them.
 * @param packaged paths that contain `node_modules/`, to text
 * @param fetchTypes our own declarations of fetch and its kin
 * @returns file name (`file:///node_modules/…`) to text
 */
export function assembleLibraries(
  packaged: Readonly<Record<string, string>>,
  fetchTypes: string,
  runtime: NodeRuntime,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(packaged)) {
    const name = `file:///${path.slice(path.lastIndexOf('node_modules/'))}`;
    files.set(name, name === `${types}/aws-lambda/handler.d.ts` ? documentContext(text, runtime) : text);
  }
  // Without it, Node.js's way of resolving finds no index.
  files.set(`${types}/aws-lambda/package.json`, '{"name":"@types/aws-lambda","types":"index.d.ts"}');
  files.set(`${types}/coldstart/fetch.d.ts`, fetchTypes);
  return files;
}
