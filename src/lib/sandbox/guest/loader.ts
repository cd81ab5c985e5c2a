import type { Failure } from '../vm/bridge';
import type { CodePackage } from '../modules/package';
import { absence } from '../modules/builtins';
import { resolveImport, resolveRequire } from '../modules/resolve';
import { commonJsNames, jsonModule, syntheticModule } from '../modules/synthetic';

/** What a module loader callback answers: text for QuickJS, or the error that Node would throw. */
export type Loaded = { readonly text: string } | { readonly failure: Failure };

/** The name under which QuickJS knows a built-in module. */
const BUILTIN = 'node:';
/** QuickJS takes no error while it resolves: the name says which failure loading will report. */
const UNRESOLVED = 'unresolved:';

/** Answers QuickJS's questions about ES modules. `exportsOf` gives the names that a built-in module exports. */
export class Loader {
  private readonly failures: Failure[] = [];

  constructor(
    private readonly code: CodePackage,
    private readonly exportsOf: (name: string) => readonly string[],
  ) {}

  /** Resolves for import: a path, or `node:` and a built-in's name. What cannot be found fails when it is loaded. */
  resolveImport(base: string, specifier: string): string {
    const resolved = this.resolved(base, specifier);
    if ('text' in resolved) return resolved.text;
    const name = `${UNRESOLVED}${this.failures.length}`;
    this.failures.push(resolved.failure);
    return name;
  }

  private resolved(base: string, specifier: string): Loaded {
    const found = resolveImport(specifier, base, this.code);
    if (found.kind === 'builtin') return { text: BUILTIN + found.name };
    if (found.kind === 'file') return { text: found.path };
    const absent = absence(specifier);
    if (absent !== undefined)
      return { failure: { message: absent, properties: { code: 'ERR_MODULE_NOT_FOUND' } } };
    const target = found.tried === undefined ? `package '${specifier}'` : `module '${found.tried}'`;
    return {
      failure: {
        message: `Cannot find ${target} imported from ${base}`,
        properties: { code: 'ERR_MODULE_NOT_FOUND' },
      },
    };
  }

  /** Resolves for require(): a path, or a built-in's name without `node:`. */
  resolveRequire(specifier: string, from: string): Loaded {
    const found = resolveRequire(specifier, from, this.code);
    if (found.kind === 'builtin') return { text: found.name };
    if (found.kind === 'file') return { text: found.path };
    const absent = absence(specifier);
    const message = `${absent ?? `Cannot find module '${specifier}'`}\nRequire stack:\n- ${from}\n- /var/runtime/index.mjs`;
    return {
      failure: {
        message,
        properties: { code: 'MODULE_NOT_FOUND', requireStack: [from, '/var/runtime/index.mjs'] },
      },
    };
  }

  load(name: string): Loaded {
    if (name.startsWith(UNRESOLVED)) {
      const failure = this.failures[Number(name.slice(UNRESOLVED.length))];
      return { failure: failure ?? { message: `Cannot find module '${name}'` } };
    }
    if (name.startsWith(BUILTIN)) {
      const builtin = name.slice(BUILTIN.length);
      return { text: syntheticModule(builtin, this.exportsOf(builtin)) };
    }
    try {
      const source = this.code.code(name);
      if (source === undefined) return { failure: { message: `Cannot find module '${name}'` } };
      return { text: this.asModule(name, source) };
    } catch (error) {
      return { failure: syntaxFailure(error) };
    }
  }

  private asModule(name: string, source: string): string {
    const format = this.code.format(name);
    if (format === 'json') return jsonModule(source);
    return format === 'module' ? source : syntheticModule(name, commonJsNames(source));
  }
}

/** A file whose types cannot be removed does not parse. */
export function syntaxFailure(error: unknown): Failure {
  return { type: 'SyntaxError', message: error instanceof Error ? error.message : String(error) };
}
