/** What can be imported here, and what Lambda makes of an import that cannot be found. */

/** Node.js's own modules that the sandbox has, without `node:`. */
export const builtins: ReadonlySet<string> = new Set([
  'assert',
  'assert/strict',
  'buffer',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'module',
  'os',
  'path',
  'path/posix',
  'perf_hooks',
  'process',
  'querystring',
  'string_decoder',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
]);

/** Node.js's own modules that exist on AWS only. */
const awsOnly: ReadonlySet<string> = new Set([
  'async_hooks',
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
  'net',
  'punycode',
  'readline',
  'readline/promises',
  'repl',
  'sqlite',
  'stream',
  'stream/consumers',
  'stream/promises',
  'stream/web',
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
export function importFault(specifier: string, importer: string, system: ModuleSystem): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return undefined;
  const name = specifier.replace(/^node:/, '');
  if (builtins.has(name)) return undefined;
  if (specifier.startsWith('node:') || awsOnly.has(name)) {
    return awsOnly.has(name)
      ? `AWS has node:${name}, this sandbox does not. Here it fails while the function initialises.`
      : `Node.js has no module ${specifier}: the function fails while it initialises, with ERR_UNKNOWN_BUILTIN_MODULE.`;
  }
  const error =
    system === 'commonjs'
      ? `Runtime.ImportModuleError: Error: Cannot find module '${specifier}'`
      : `Error: Cannot find package '${packageOf(specifier)}' imported from /var/task/${importer}`;
  return `${specifier} is not in the deployment package. Lambda fails while the function initialises: ${error}`;
}

/** What Lambda makes of a relative import of a file that is not there. */
export function missingFile(specifier: string, importer: string): string {
  const path = new URL(specifier, `file:///var/task/${importer}`).pathname;
  return `There is no file ${path}. Lambda fails while the function initialises: Error: Cannot find module '${path}' imported from /var/task/${importer}`;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
