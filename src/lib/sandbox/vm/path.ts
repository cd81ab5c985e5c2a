import * as path from 'path-browserify';

/** node:path, for POSIX. */
export default function make(): object {
  const posix = { ...path };
  return Object.assign(posix, { posix, default: posix });
}
