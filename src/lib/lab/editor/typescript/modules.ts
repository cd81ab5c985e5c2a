/** What can be imported here, and what Lambda makes of an import that cannot be found. */

/** Node.js's own modules that the sandbox has, without `node:`. */
export const builtins: ReadonlySet<string> = new Set([
  'assert',
  'assert/strict',
  'async_hooks',
  'buffer',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'os',
  'path',
  'path/posix',
  'perf_hooks',
  'process',
  'querystring',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
]);

/** Node.js's own modules that exist on AWS only. */
const awsOnly: ReadonlySet<string> = new Set([
  'child_process',
  'cluster',
  'console',
  'constants',
  'dgram',
  'diagnostics_channel',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'module',
  'net',
  'path/win32',
  'punycode',
  'readline',
  'readline/promises',
  'repl',
  'sqlite',
  'stream',
  'stream/consumers',
  'stream/promises',
  'stream/web',
  'string_decoder',
  'test',
  'tls',
  'trace_events',
  'tty',
  'v8',
  'vm',
  'wasi',
  'worker_threads',
  'zlib',
]);

/** How a file asks for a module: the two fail differently on Lambda. */
export type ModuleSystem = 'esm' | 'commonjs';

/**
 * Undefined if the import is fine or relative (which TypeScript checks), else what is wrong with it.
 * @param importer path below /var/task
 */
export function importFault(
  specifier: string,
  importer: string,
  system: ModuleSystem,
  deployed: (packageName: string) => boolean,
): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return undefined;
  const name = specifier.replace(/^node:/, '');
  if (builtins.has(name)) return undefined;
  if (specifier.startsWith('node:') || awsOnly.has(name)) {
    return awsOnly.has(name)
      ? `AWS has node:${name}, this sandbox does not. Here it fails while the function initialises.`
      : `Node.js has no module ${specifier}: the function fails while it initialises, with ERR_UNKNOWN_BUILTIN_MODULE.`;
  }
  if (deployed(packageOf(specifier))) return undefined;
  const error =
    system === 'commonjs'
      ? `Runtime.ImportModuleError: Error: Cannot find module '${specifier}'`
      : `Error: Cannot find package '${packageOf(specifier)}' imported from /var/task/${importer}`;
  return `${specifier} is not in the deployment package. Lambda fails while the function initialises: ${error}`;
}

/** Endings that each way of asking tries by itself. */
const endings: Readonly<Record<ModuleSystem, readonly string[]>> = {
  esm: [''],
  commonjs: ['', '.js', '.json', '.cjs', '.ts', '/index.js', '/index.json', '/index.cjs', '/index.ts'],
};

/**
 * What Lambda makes of a relative import; undefined if its file is there.
 * @param importer path below /var/task
 * @param exists tells whether there is a file at a path below /var/task
 */
export function missingFile(
  specifier: string,
  importer: string,
  system: ModuleSystem,
  exists: (path: string) => boolean,
): string | undefined {
  if (!/^\.{0,2}\//.test(specifier)) return undefined;
  const path = new URL(specifier, `file:///var/task/${importer}`).pathname;
  const has = (candidate: string): boolean =>
    candidate.startsWith('/var/task/') && exists(candidate.slice('/var/task/'.length));
  // A compiled TypeScript file is imported by the name that it will have.
  const candidates = [
    ...endings[system].map((ending) => path + ending),
    path.replace(/\.([cm]?)js$/, '.$1ts'),
  ];
  if (candidates.some(has)) return undefined;
  const meant = ['.mjs', '.js', '.cjs', '.ts', '.json'].find((ending) => has(path + ending));
  const hint = meant === undefined ? '' : ` Write the ending too: ${specifier}${meant}.`;
  const error =
    system === 'commonjs'
      ? `Runtime.ImportModuleError: Error: Cannot find module '${specifier}'`
      : `Error: Cannot find module '${path}' imported from /var/task/${importer}`;
  return `There is no file ${path}. Lambda fails while the function initialises: ${error}.${hint}`;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
