import type { CodePackage } from '../modules/package';
import { TASK_ROOT } from '../modules/package';
import { normalize } from '../modules/resolve';
import { FileError } from './errors';
import type { TmpFiles } from './tmp';
import { TMP } from './tmp';

/** What fs.stat tells. */
export interface Stat {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  readonly modified: number;
  readonly writable: boolean;
}

/** Folders that exist on Lambda besides /tmp and /var/task, empty here. */
const SYSTEM_FOLDERS = new Set(['/', '/var', '/opt', '/var/runtime']);
const FOLDER_BYTES = 4096;
const encoder = new TextEncoder();

/** The file system that a function sees: its package in /var/task, which cannot be changed, and /tmp. */
export class Disk {
  constructor(
    private readonly code: CodePackage,
    private readonly tmp: TmpFiles,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  read(path: string): Uint8Array {
    const at = absolute(path);
    const file = this.tmp.file(at)?.content ?? this.packaged(at);
    if (file) return file;
    throw new FileError(this.stat(at).kind === 'folder' ? 'EISDIR' : 'ENOENT');
  }

  stat(path: string): Stat {
    const at = absolute(path);
    const file = this.tmp.file(at);
    if (file) return { kind: 'file', size: file.content.length, modified: file.modified, writable: true };
    const made = this.tmp.folder(at);
    if (made !== undefined) return { kind: 'folder', size: FOLDER_BYTES, modified: made, writable: true };
    const packaged = this.packaged(at);
    if (packaged) return { kind: 'file', size: packaged.length, modified: 0, writable: false };
    if (
      SYSTEM_FOLDERS.has(at) ||
      at === TASK_ROOT ||
      (at.startsWith(TASK_ROOT) && this.code.hasDirectory(at))
    )
      return { kind: 'folder', size: FOLDER_BYTES, modified: 0, writable: false };
    throw new FileError(this.isBelowFile(at) ? 'ENOTDIR' : 'ENOENT');
  }

  /** Names in a folder and whether each is a folder. */
  list(path: string): [name: string, isFolder: boolean][] {
    const at = absolute(path);
    if (this.stat(at).kind !== 'folder') throw new FileError('ENOTDIR');
    const below = at === '/' ? '/' : `${at}/`;
    const names = at === TMP || at.startsWith(`${TMP}/`) ? this.tmp.children(at) : this.fixedNames(below);
    return names.map((name) => [name, this.stat(below + name).kind === 'folder']);
  }

  write(path: string, content: Uint8Array, how: 'w' | 'a' | 'wx' | 'ax'): void {
    const at = absolute(path);
    this.mustBeWritable(at);
    const old = this.tmp.file(at)?.content;
    if (old && how.endsWith('x')) throw new FileError('EEXIST');
    if (!old || !how.startsWith('a')) return this.tmp.write(at, content, this.now());
    const joined = new Uint8Array(old.length + content.length);
    joined.set(old);
    joined.set(content, old.length);
    this.tmp.write(at, joined, this.now());
  }

  makeFolder(path: string, recursive: boolean): string | undefined {
    const at = absolute(path);
    if (recursive && this.exists(at)) {
      if (this.stat(at).kind === 'folder') return undefined;
      throw new FileError('EEXIST');
    }
    this.mustBeWritable(at);
    const above = at.slice(0, at.lastIndexOf('/'));
    const first = recursive && above !== '' ? this.makeFolder(above, true) : undefined;
    this.tmp.makeFolder(at, this.now());
    return first ?? at;
  }

  removeFile(path: string): void {
    const at = absolute(path);
    this.mustBeWritable(at);
    this.tmp.removeFile(at);
  }

  removeFolder(path: string): void {
    const at = absolute(path);
    this.mustBeWritable(at);
    this.tmp.removeFolder(at);
  }

  remove(path: string, recursive: boolean, force: boolean): void {
    const at = absolute(path);
    if (!this.exists(at)) {
      if (force) return;
      throw new FileError('ENOENT');
    }
    this.mustBeWritable(at);
    if (recursive) this.tmp.removeTree(at);
    else this.tmp.removeFile(at);
  }

  rename(from: string, to: string): void {
    this.mustBeWritable(absolute(from));
    this.mustBeWritable(absolute(to));
    this.tmp.rename(absolute(from), absolute(to));
  }

  private exists(path: string): boolean {
    try {
      this.stat(path);
      return true;
    } catch {
      return false;
    }
  }

  /** Everything but /tmp is read-only; what does not exist there cannot be made either. */
  private mustBeWritable(path: string): void {
    if (path !== TMP && !path.startsWith(`${TMP}/`)) throw new FileError('EROFS');
  }

  private isBelowFile(path: string): boolean {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      if (this.tmp.file(at) || this.packaged(at)) return at !== path;
    }
    return false;
  }

  private packaged(path: string): Uint8Array | undefined {
    const text = path.startsWith(`${TASK_ROOT}/`) ? this.code.text(path) : undefined;
    return text === undefined ? undefined : encoder.encode(text);
  }

  private fixedNames(prefix: string): string[] {
    const all = [...this.code.paths(), ...SYSTEM_FOLDERS, TMP, TASK_ROOT];
    const below = all.filter((each) => each.startsWith(prefix) && each !== prefix);
    return [...new Set(below.map((each) => each.slice(prefix.length).split('/')[0] ?? ''))]
      .filter(Boolean)
      .sort();
  }
}

/** Relative paths start in /var/task. */
function absolute(path: string): string {
  return normalize(path.startsWith('/') ? path : `${TASK_ROOT}/${path}`);
}
