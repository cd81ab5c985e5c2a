import { describe, expect, it } from 'vitest';
import { BUILTINS } from '$lib/sandbox/modules/builtins';
import { builtins, importFault, missingFile, type ModuleSystem } from './modules';

const fault = (specifier: string, importer: string, system: ModuleSystem): string | undefined =>
  importFault(specifier, importer, system, (name) => name === 'deployed');

describe('imports that Lambda would not find', () => {
  it('know of the modules that the sandbox has, no more and no fewer', () => {
    expect([...builtins].sort()).toEqual([...BUILTINS].sort());
  });

  it.each(['deployed/x.js', 'node:fs', 'fs/promises', 'node:crypto', './prices.mjs', '../x.js'])(
    'takes %s',
    (specifier) => {
      expect(fault(specifier, 'index.mjs', 'esm')).toBeUndefined();
    },
  );

  it('tells a package that was not deployed, in the words of each module system', () => {
    expect(fault('axios', 'index.mjs', 'esm')).toContain(
      "Error: Cannot find package 'axios' imported from /var/task/index.mjs",
    );
    expect(fault('@scope/kit/deep', 'lib/a.mjs', 'esm')).toContain(
      "Cannot find package '@scope/kit' imported from /var/task/lib/a.mjs",
    );
    expect(fault('axios', 'index.cjs', 'commonjs')).toContain(
      "Runtime.ImportModuleError: Error: Cannot find module 'axios'",
    );
  });

  it('tells what only AWS has from what nobody has', () => {
    expect(fault('http', 'index.mjs', 'esm')).toContain('AWS has node:http, this sandbox does not');
    expect(fault('node:florp', 'index.mjs', 'esm')).toContain('ERR_UNKNOWN_BUILTIN_MODULE');
  });

  const files = ['index.mjs', 'lib/a.mjs', 'lib/b.js', 'lib/typed.ts'];
  const missing = (specifier: string, importer: string, system: ModuleSystem): string =>
    missingFile(specifier, importer, system, (path) => files.includes(path)) ?? 'found';

  it('finds files as an import does: with their whole name', () => {
    expect(missing('./lib/a.mjs', 'index.mjs', 'esm')).toBe('found');
    expect(missing('../index.mjs', 'lib/a.mjs', 'esm')).toBe('found');
    expect(missing('./typed.js', 'lib/a.mjs', 'esm')).toBe('found');
    expect(missing('./lib/a', 'index.mjs', 'esm')).toContain('Write the ending too: ./lib/a.mjs');
  });

  it('finds files as require does: with endings of its own', () => {
    expect(missing('./lib/b', 'index.cjs', 'commonjs')).toBe('found');
    expect(missing('./lib/none', 'index.cjs', 'commonjs')).toContain(
      "Runtime.ImportModuleError: Error: Cannot find module './lib/none'",
    );
  });

  it('names the path at which a file is missing, also outside of the package', () => {
    expect(missing('../b.mjs', 'lib/a.mjs', 'esm')).toContain(
      "Cannot find module '/var/task/b.mjs' imported from /var/task/lib/a.mjs",
    );
    expect(missing('../../x.mjs', 'index.mjs', 'esm')).toContain("'/x.mjs'");
  });
});
