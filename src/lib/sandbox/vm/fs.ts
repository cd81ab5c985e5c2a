import { Op } from './bridge';
import type { Kit } from './kit';

type Sync = Record<string, (...args: never[]) => unknown>;

const UNSUPPORTED =
  'createReadStream createWriteStream open openSync close closeSync read readSync watch watchFile symlink symlinkSync link linkSync chmod chmodSync chown chownSync utimes utimesSync cp cpSync opendir opendirSync fsync fsyncSync';

const CONSTANTS = { F_OK: 0, X_OK: 1, W_OK: 2, R_OK: 4, COPYFILE_EXCL: 1 };

/** node:fs over /tmp and the deployment package. */
export default function make(kit: Kit): object {
  const { Buffer } = kit.builtin('buffer') as { Buffer: typeof globalThis.Buffer };
  const ask = (name: string, ...args: readonly unknown[]): unknown => kit.ask(Op.file, name, ...args);
  const encodingOf = (options: unknown): string | undefined => {
    const encoding: unknown =
      typeof options === 'object' && options !== null ? (options as never)['encoding'] : options;
    return typeof encoding === 'string' && encoding !== 'buffer' ? encoding : undefined;
  };
  const pathOf = (path: unknown): string => {
    if (typeof path === 'string') return path;
    if (path instanceof Uint8Array) return Buffer.from(path).toString();
    if (typeof path === 'object' && path !== null && 'pathname' in path)
      return decodeURIComponent(String(path.pathname));
    throw Object.assign(
      new TypeError(
        `The "path" argument must be of type string or an instance of Buffer or URL. Received ${path === undefined ? 'undefined' : `type ${typeof path}`}`,
      ),
      { code: 'ERR_INVALID_ARG_TYPE' },
    );
  };
  const bytesOf = (data: unknown, options: unknown): ArrayBuffer => {
    const view =
      typeof data === 'string'
        ? Buffer.from(data, (encodingOf(options) ?? 'utf8') as BufferEncoding)
        : ArrayBuffer.isView(data)
          ? data
          : undefined;
    if (!view) {
      throw Object.assign(
        new TypeError(
          'The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView.',
        ),
        { code: 'ERR_INVALID_ARG_TYPE' },
      );
    }
    return view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer;
  };
  const flagOf = (options: unknown, otherwise: string): string => {
    const flag: unknown =
      typeof options === 'object' && options !== null ? (options as never)['flag'] : undefined;
    return typeof flag === 'string' ? flag : otherwise;
  };
  const isSet = (options: unknown, name: string): 0 | 1 =>
    typeof options === 'object' && options !== null && (options as Record<string, unknown>)[name] === true
      ? 1
      : 0;

  class Stats {
    readonly size: number;
    readonly mode: number;
    readonly mtimeMs: number;
    readonly mtime: Date;
    readonly #kind: string;
    constructor({
      kind,
      size,
      modified,
      writable,
    }: {
      kind: string;
      size: number;
      modified: number;
      writable: boolean;
    }) {
      this.#kind = kind;
      this.size = size;
      this.mode = (kind === 'file' ? 0o100000 : 0o040000) | (writable ? 0o755 : 0o555);
      this.mtimeMs = modified;
      this.mtime = new Date(modified);
    }
    isFile(): boolean {
      return this.#kind === 'file';
    }
    isDirectory(): boolean {
      return this.#kind === 'folder';
    }
    isSymbolicLink(): boolean {
      return false;
    }
    get birthtime(): Date {
      return this.mtime;
    }
    get ctime(): Date {
      return this.mtime;
    }
    get atime(): Date {
      return this.mtime;
    }
  }
  const stat = (name: string, path: unknown, options: unknown): Stats | undefined => {
    try {
      return new Stats(JSON.parse(String(ask(name, pathOf(path)))) as ConstructorParameters<typeof Stats>[0]);
    } catch (error) {
      const quiet =
        typeof options === 'object' && options !== null && (options as never)['throwIfNoEntry'] === false;
      if (quiet && (error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  class Dirent {
    constructor(
      readonly name: string,
      readonly parentPath: string,
      folder: boolean,
    ) {
      Object.defineProperties(this, {
        isFile: { value: () => !folder },
        isDirectory: { value: () => folder },
      });
    }
  }
  const list = (path: string, recursive: boolean, prefix = ''): [name: string, folder: boolean][] =>
    (JSON.parse(String(ask('list', path))) as [string, boolean][]).flatMap(([name, folder]) => [
      [prefix + name, folder] as [string, boolean],
      ...(recursive && folder ? list(`${path}/${name}`, true, `${prefix}${name}/`) : []),
    ]);

  const sync = {
    readFileSync(path: unknown, options?: unknown) {
      const content = Buffer.from(ask('read', pathOf(path)) as ArrayBuffer);
      const encoding = encodingOf(options);
      if (encoding === undefined) return content;
      return /^utf-?8$/i.test(encoding)
        ? new TextDecoder().decode(content)
        : content.toString(encoding as BufferEncoding);
    },
    writeFileSync(path: unknown, data: unknown, options?: unknown) {
      ask('write', pathOf(path), flagOf(options, 'w'), bytesOf(data, options));
    },
    appendFileSync(path: unknown, data: unknown, options?: unknown) {
      ask('write', pathOf(path), flagOf(options, 'a'), bytesOf(data, options));
    },
    mkdirSync(path: unknown, options?: unknown) {
      return ask('mkdir', pathOf(path), isSet(options, 'recursive')) || undefined;
    },
    mkdtempSync(prefix: unknown) {
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
      const suffix = Array.from(
        { length: 6 },
        () => letters[Math.floor(Math.random() * letters.length)],
      ).join('');
      ask('mkdir', pathOf(prefix) + suffix, 0);
      return pathOf(prefix) + suffix;
    },
    readdirSync(path: unknown, options?: unknown) {
      const found = list(pathOf(path), isSet(options, 'recursive') === 1);
      const withTypes = isSet(options, 'withFileTypes') === 1;
      return found.map(([name, folder]) => (withTypes ? new Dirent(name, pathOf(path), folder) : name));
    },
    statSync: (path: unknown, options?: unknown) => stat('stat', path, options),
    lstatSync: (path: unknown, options?: unknown) => stat('lstat', path, options),
    existsSync(path: unknown) {
      try {
        ask('stat', pathOf(path));
        return true;
      } catch {
        return false;
      }
    },
    accessSync(path: unknown, mode: number = CONSTANTS.F_OK) {
      ask('access', pathOf(path), mode);
    },
    unlinkSync(path: unknown) {
      ask('unlink', pathOf(path));
    },
    rmdirSync(path: unknown) {
      ask('rmdir', pathOf(path));
    },
    rmSync(path: unknown, options?: unknown) {
      ask('rm', pathOf(path), isSet(options, 'recursive'), isSet(options, 'force'));
    },
    renameSync(from: unknown, to: unknown) {
      ask('rename', pathOf(from), pathOf(to));
    },
    copyFileSync(from: unknown, to: unknown, mode = 0) {
      ask('write', pathOf(to), mode === CONSTANTS.COPYFILE_EXCL ? 'wx' : 'w', ask('read', pathOf(from)));
    },
    truncateSync(path: unknown, length = 0) {
      const old = new Uint8Array(ask('read', pathOf(path)) as ArrayBuffer);
      const cut = new Uint8Array(length);
      cut.set(old.subarray(0, length));
      ask('write', pathOf(path), 'w', cut.buffer);
    },
    realpathSync(path: unknown) {
      ask('stat', pathOf(path));
      return pathOf(path);
    },
  } satisfies Sync;

  const later = (run: () => unknown): Promise<unknown> =>
    new Promise<void>((resolve) => void kit.setImmediate(resolve)).then(run);
  const promises: Record<string, unknown> = { constants: CONSTANTS };
  const callbacks: Record<string, unknown> = {};
  for (const [name, run] of Object.entries<(...args: never[]) => unknown>(sync)) {
    const short = name.slice(0, -'Sync'.length);
    promises[short] = (...args: never[]) => later(() => run(...args));
    callbacks[short] = (...args: unknown[]) => {
      const callback = args.pop() as (...results: unknown[]) => void;
      kit.setImmediate(() => {
        let result: unknown;
        try {
          result = run(...(args as never[]));
        } catch (error) {
          callback(error);
          return;
        }
        if (short === 'exists') callback(result);
        else callback(null, result);
      });
    };
  }
  delete promises['exists'];
  const missing = Object.fromEntries(
    UNSUPPORTED.split(' ').map((name) => [
      name,
      () => {
        throw new Error(
          `The simulator's node:fs has no ${name}: use readFile, writeFile and their relatives.`,
        );
      },
    ]),
  );
  return { ...missing, ...callbacks, ...sync, promises, constants: CONSTANTS, Stats, Dirent };
}
