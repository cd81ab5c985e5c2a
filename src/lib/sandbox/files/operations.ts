import type { Failure } from '../vm/bridge';
import type { Disk } from './disk';
import { FileError, nodeFailure } from './errors';

/** The arguments of a file operation, after its name. */
export interface FileArguments {
  text(index: number): string;
  number(index: number): number;
  /** The bytes of an ArrayBuffer. */
  bytes(index: number): Uint8Array;
}

export type FileAnswer =
  { readonly text: string } | { readonly bytes: Uint8Array } | { readonly failure: Failure };

type Run = (disk: Disk, args: FileArguments) => string | Uint8Array | undefined;

/** The system call that Node names in the error, and what is done. Paths come first in the arguments. */
const OPERATIONS: Readonly<Record<string, readonly [syscall: string, run: Run]>> = {
  read: ['open', (disk, args) => disk.read(args.text(0))],
  stat: ['stat', (disk, args) => JSON.stringify(disk.stat(args.text(0)))],
  lstat: ['lstat', (disk, args) => JSON.stringify(disk.stat(args.text(0)))],
  list: ['scandir', (disk, args) => JSON.stringify(disk.list(args.text(0)))],
  write: ['open', (disk, args) => disk.write(args.text(0), args.bytes(2), flagOf(args.text(1))) ?? ''],
  mkdir: ['mkdir', (disk, args) => disk.makeFolder(args.text(0), args.number(1) === 1) ?? ''],
  unlink: ['unlink', (disk, args) => disk.removeFile(args.text(0)) ?? ''],
  rmdir: ['rmdir', (disk, args) => disk.removeFolder(args.text(0)) ?? ''],
  rm: ['rm', (disk, args) => disk.remove(args.text(0), args.number(1) === 1, args.number(2) === 1) ?? ''],
  rename: ['rename', (disk, args) => disk.rename(args.text(0), args.text(1)) ?? ''],
  access: [
    'access',
    (disk, args) => {
      const { writable } = disk.stat(args.text(0));
      if ((args.number(1) & WRITE_ACCESS) !== 0 && !writable) throw new FileError('EROFS');
      return '';
    },
  ],
};

const WRITE_ACCESS = 2;
/** Operations whose second argument is a path too. */
const TWO_PATHS = new Set(['rename']);

export function fileOperation(disk: Disk, name: string, args: FileArguments): FileAnswer {
  const operation = OPERATIONS[name];
  if (!operation) return { failure: { message: `the simulator's file system cannot ${name}` } };
  const [syscall, run] = operation;
  try {
    const result = run(disk, args);
    return typeof result === 'object' ? { bytes: result } : { text: result ?? '' };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    // Node opens a file before it writes to it: only writing itself can find the disk full.
    const call =
      error.code === 'ENOSPC' ? 'write' : name === 'read' && error.code === 'EISDIR' ? 'read' : syscall;
    return {
      failure: nodeFailure(error.code, call, args.text(0), TWO_PATHS.has(name) ? args.text(1) : undefined),
    };
  }
}

function flagOf(flag: string): 'w' | 'a' | 'wx' | 'ax' {
  return flag === 'a' || flag === 'wx' || flag === 'ax' ? flag : 'w';
}
