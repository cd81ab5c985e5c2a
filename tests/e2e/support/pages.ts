import { readdirSync } from 'node:fs';
import path from 'node:path';

const BUILD = path.resolve(import.meta.dirname, '../../../build');

/** The paths of every page of the build, as links would name them: `lessons/`, and `` for the first. */
export function builtPages(): string[] {
  return readdirSync(BUILD, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => file.slice(0, -'index.html'.length).split(path.sep).join('/'))
    .sort();
}
