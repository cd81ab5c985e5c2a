import type { NodeRuntime } from '../isolate';
import type { Resolved } from '../vm/bridge';
import type { CodePackage } from './package';
import { TASK_ROOT } from './package';
import { normalize } from './resolve';

const MODULE_AND_EXPORT = /^([^.]*)\.(.*)$/;

/**
 * Finds the file that a handler string names, as the runtime interface clients do (version 3: src/UserFunction.js;
 * version 4: src/function/module-loader.ts). TypeScript files are the simulator's convenience: Lambda takes none.
 */
export function resolveHandler(handler: string, code: CodePackage, runtime: NodeRuntime): Resolved {
  if (handler.includes('..')) {
    return {
      kind: 'malformed',
      message: `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    };
  }
  const base = handler.slice(handler.lastIndexOf('/') + 1);
  const root = handler.slice(0, handler.length - base.length);
  const match = MODULE_AND_EXPORT.exec(base);
  const [, module, keys] = match ?? [];
  if (module === undefined || keys === undefined) return { kind: 'malformed', message: 'Bad handler' };

  const stem = normalize(`${TASK_ROOT}/${root}${module}`);
  const path = findFile(stem, code);
  if (path === undefined) return { kind: 'missing', message: missing(module, runtime) };
  const kind = code.format(path) === 'module' ? 'import' : 'require';
  return { kind, path, keys: keys.split('.'), handler };
}

const EXTENSIONS = ['', '.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '/index.js'];

function findFile(stem: string, code: CodePackage): string | undefined {
  return EXTENSIONS.map((extension) => stem + extension).find((path) => code.has(path));
}

function missing(module: string, runtime: NodeRuntime): string {
  const stack = runtime === 'nodejs24.x' ? ['/var/runtime/index.mjs'] : ['/var/runtime/index.mjs'];
  return `Error: Cannot find module '${module}'\nRequire stack:\n${stack.map((path) => `- ${path}`).join('\n')}`;
}
