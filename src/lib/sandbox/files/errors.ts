import type { Failure } from '../vm/bridge';

/** Errors of the file system, as Linux numbers them and as Node words them. */
const ERRORS = {
  EPERM: [-1, 'operation not permitted'],
  ENOENT: [-2, 'no such file or directory'],
  EACCES: [-13, 'permission denied'],
  EEXIST: [-17, 'file already exists'],
  ENOTDIR: [-20, 'not a directory'],
  EISDIR: [-21, 'illegal operation on a directory'],
  EINVAL: [-22, 'invalid argument'],
  ENOSPC: [-28, 'no space left on device'],
  EROFS: [-30, 'read-only file system'],
  ENOTEMPTY: [-39, 'directory not empty'],
} as const;

export type FileErrorCode = keyof typeof ERRORS;

/** A file operation that failed. */
export class FileError extends Error {
  constructor(readonly code: FileErrorCode) {
    super(code);
  }
}

/** The error object that Node throws for it. */
export function nodeFailure(code: FileErrorCode, syscall: string, path: string, dest?: string): Failure {
  const [errno, words] = ERRORS[code];
  const target = dest === undefined ? `'${path}'` : `'${path}' -> '${dest}'`;
  return {
    message: `${code}: ${words}, ${syscall} ${target}`,
    properties: { errno, code, syscall, path, ...(dest === undefined ? {} : { dest }) },
  };
}
