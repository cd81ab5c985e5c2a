import { Op } from './bridge';
import type { Kit } from './kit';

interface Module {
  exports: unknown;
  readonly id: string;
  readonly filename: string;
  readonly path: string;
  loaded: boolean;
  readonly children: Module[];
  require: Require;
}

interface Require {
  (specifier: string): unknown;
  resolve(specifier: string): string;
  cache: Record<string, Module>;
  main: undefined;
}

type Compiled = (
  exports: unknown,
  require: Require,
  module: Module,
  filename: string,
  directory: string,
) => void;

/** Built-in modules reach ES modules through this global: QuickJS has no other door. */
export const BUILTIN_DOOR = 'coldstart.builtin';

/** CommonJS: `load` gives the exports of a file. */
export function createModules(kit: Kit): { load(path: string): unknown } {
  const cache: Record<string, Module> = {};
  const builtin = (name: string): unknown => kit.builtin(name.startsWith('node:') ? name.slice(5) : name);

  const requireFrom = (from: string): Require => {
    const resolve = (specifier: string): string => {
      if (typeof specifier !== 'string')
        throw new TypeError(`The "id" argument must be of type string. Received ${typeof specifier}`);
      return String(kit.ask(Op.resolve, specifier, from));
    };
    const require = (specifier: string): unknown => {
      const path = resolve(specifier);
      return path.startsWith('/') ? load(path) : builtin(path);
    };
    return Object.assign(require, { resolve, cache, main: undefined });
  };

  const load = (path: string): unknown => {
    const known = cache[path];
    if (known) return known.exports;
    const directory = path.slice(0, path.lastIndexOf('/')) || '/';
    const require = requireFrom(path);
    const module: Module = {
      exports: {},
      id: path,
      filename: path,
      path: directory,
      loaded: false,
      children: [],
      require,
    };
    cache[path] = module;
    try {
      if (path.endsWith('.json')) module.exports = parseJson(path);
      else {
        const run = kit.ask(Op.compile, path) as Compiled;
        run.call(module.exports, module.exports, require, module, path, directory);
      }
    } catch (error) {
      delete cache[path];
      throw error;
    }
    module.loaded = true;
    return module.exports;
  };

  const parseJson = (path: string): unknown => {
    try {
      return JSON.parse(String(kit.ask(Op.source, path)));
    } catch (error) {
      if (error instanceof SyntaxError) error.message = `${path}: ${error.message}`;
      throw error;
    }
  };

  Object.defineProperty(globalThis, Symbol.for(BUILTIN_DOOR), {
    value: (name: string) => (name.startsWith('/') ? load(name) : builtin(name)),
  });
  return { load };
}
