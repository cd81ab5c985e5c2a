import type { CodePackage } from './package';
import { isTypeScript, parent, readField, TASK_ROOT } from './package';
import { BUILTINS } from './builtins';

/** What a specifier stands for: a path below /var/task, or the name of a built-in module without `node:`. */
export type Resolution =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'missing'; readonly tried: string | undefined };

const MISSING: Resolution = { kind: 'missing', tried: undefined };
const REQUIRE_EXTENSIONS = ['', '.js', '.json', '.node', '.cjs', '.ts', '.cts'];
const INDEXES = ['/index.js', '/index.json', '/index.cjs', '/index.ts'];

/** Resolves `require(specifier)`: extensions and folders are tried. */
export function resolveRequire(specifier: string, from: string, code: CodePackage): Resolution {
  return resolve(specifier, from, (path) => {
    const found = REQUIRE_EXTENSIONS.map((extension) => path + extension).find((candidate) =>
      code.has(candidate),
    );
    return (
      found ?? folder(path, code) ?? INDEXES.map((index) => path + index).find((index) => code.has(index))
    );
  });
}

/** Resolves `import … from specifier`: relative paths are taken as they stand; only packages are searched. */
export function resolveImport(specifier: string, from: string, code: CodePackage): Resolution {
  return resolve(specifier, from, (path, isPackage) => {
    if (code.has(path)) return path;
    const typed = path.replace(/\.([cm]?)js$/, '.$1ts');
    if (typed !== path && code.has(typed)) return typed;
    // What bundles TypeScript before it is deployed also finds a file without its ending.
    if (isTypeScript(from) && code.has(`${path}.ts`)) return `${path}.ts`;
    if (!isPackage) return undefined;
    return folder(path, code) ?? INDEXES.map((index) => path + index).find((index) => code.has(index));
  });
}

type Finder = (path: string, isPackage: boolean) => string | undefined;

function resolve(specifier: string, from: string, find: Finder): Resolution {
  const bare = specifier.startsWith('node:') ? specifier.slice(5) : specifier;
  if (BUILTINS.has(bare)) return { kind: 'builtin', name: bare };
  const target = specifier.startsWith('file://') ? decodeURIComponent(specifier.slice(7)) : specifier;
  if (/^\.{0,2}\//.test(target) || target === '.' || target === '..') {
    const path = target.startsWith('/') ? normalize(target) : normalize(`${parent(from)}/${target}`);
    const found = find(path, false);
    return found === undefined ? { kind: 'missing', tried: path } : { kind: 'file', path: found };
  }
  for (let at = parent(from); at.startsWith(TASK_ROOT); at = parent(at)) {
    const found = find(`${at}/node_modules/${target}`, true);
    if (found !== undefined) return { kind: 'file', path: found };
  }
  return MISSING;
}

function folder(path: string, code: CodePackage): string | undefined {
  const manifest = code.text(`${path}/package.json`);
  if (manifest === undefined) return undefined;
  const main = readField(manifest, 'main') ?? readField(manifest, 'module');
  if (main === undefined) return undefined;
  const target = normalize(`${path}/${main}`);
  return [target, `${target}.js`, `${target}/index.js`].find((candidate) => code.has(candidate));
}

/** An absolute path without `.` and `..`. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
