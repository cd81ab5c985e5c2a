import type { Bytes } from '$lib/kernel/units';
import { bytes } from '$lib/kernel/units';
import type { Tmp } from '../isolate';
import { parent } from '../modules/package';
import { FileError } from './errors';

export const TMP = '/tmp';

/** A file's content and when it was last written, in milliseconds since 1970. */
export interface FileEntry {
  readonly content: Uint8Array;
  readonly modified: number;
}

/** /tmp of one execution environment: files and folders in memory, with the limit that the function buys. */
export class TmpFiles implements Tmp {
  private readonly files = new Map<string, FileEntry>();
  private readonly folders = new Map<string, number>([[TMP, 0]]);
  private total = 0;

  constructor(readonly limit: Bytes) {}

  get used(): Bytes {
    return bytes(this.total);
  }

  list(): readonly { readonly path: string; readonly size: Bytes }[] {
    return [...this.files]
      .map(([path, { content }]) => ({ path, size: bytes(content.length) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  file(path: string): FileEntry | undefined {
    return this.files.get(path);
  }

  /** When the folder was made; undefined when there is none. */
  folder(path: string): number | undefined {
    return this.folders.get(path);
  }

  /** Replaces or makes a file. */
  write(path: string, content: Uint8Array, modified: number): void {
    if (this.folders.has(path)) throw new FileError('EISDIR');
    this.mustBeFolder(parent(path));
    const grown = content.length - (this.files.get(path)?.content.length ?? 0);
    if (this.total + grown > this.limit) throw new FileError('ENOSPC');
    this.total += grown;
    this.files.set(path, { content, modified });
  }

  makeFolder(path: string, modified: number): void {
    if (this.files.has(path) || this.folders.has(path)) throw new FileError('EEXIST');
    this.mustBeFolder(parent(path));
    this.folders.set(path, modified);
  }

  removeFile(path: string): void {
    const file = this.files.get(path);
    if (!file) throw new FileError(this.folders.has(path) ? 'EISDIR' : 'ENOENT');
    this.total -= file.content.length;
    this.files.delete(path);
  }

  removeFolder(path: string): void {
    if (!this.folders.has(path)) throw new FileError(this.files.has(path) ? 'ENOTDIR' : 'ENOENT');
    if (path === TMP) throw new FileError('EPERM');
    if (this.children(path).length > 0) throw new FileError('ENOTEMPTY');
    this.folders.delete(path);
  }

  /** Removes a file, or a folder with all that is in it. */
  removeTree(path: string): void {
    if (this.files.has(path)) return this.removeFile(path);
    for (const child of this.children(path)) this.removeTree(`${path}/${child}`);
    this.removeFolder(path);
  }

  rename(from: string, to: string): void {
    const file = this.files.get(from);
    if (file) {
      if (this.folders.has(to)) throw new FileError('EISDIR');
      this.mustBeFolder(parent(to));
      if (from === to) return;
      if (this.files.has(to)) this.removeFile(to);
      this.files.delete(from);
      this.files.set(to, file);
      return;
    }
    const made = this.folders.get(from);
    if (made === undefined) throw new FileError('ENOENT');
    if (`${to}/`.startsWith(`${from}/`)) throw new FileError('EINVAL');
    this.makeFolder(to, made);
    for (const child of this.children(from)) this.rename(`${from}/${child}`, `${to}/${child}`);
    this.folders.delete(from);
  }

  /** Names in a folder, sorted. */
  children(path: string): string[] {
    const prefix = `${path}/`;
    return [...this.files.keys(), ...this.folders.keys()]
      .filter((each) => each.startsWith(prefix) && !each.slice(prefix.length).includes('/'))
      .map((each) => each.slice(prefix.length))
      .sort();
  }

  private mustBeFolder(path: string): void {
    if (this.folders.has(path)) return;
    throw new FileError(this.files.has(path) ? 'ENOTDIR' : 'ENOENT');
  }
}
