import type { CodeFiles } from '../isolate';
import { stripTypes } from './strip-types';

export const TASK_ROOT = '/var/task';

/** How Node treats a file. */
export type Format = 'module' | 'commonjs' | 'json';

/** The deployment package as it lies in /var/task. */
export class CodePackage {
  private readonly prepared = new Map<string, string>();

  constructor(private readonly files: CodeFiles) {}

  has(path: string): boolean {
    return this.files.has(relative(path));
  }

  /** Is there a file below this directory? */
  hasDirectory(path: string): boolean {
    const prefix = path === TASK_ROOT ? '' : `${relative(path)}/`;
    for (const name of this.files.keys()) if (name.startsWith(prefix)) return true;
    return false;
  }

  paths(): string[] {
    return [...this.files.keys()].map((name) => `${TASK_ROOT}/${name}`);
  }

  /** A file's text as the learner wrote it. */
  text(path: string): string | undefined {
    return this.files.get(relative(path));
  }

  /** A file's text as QuickJS runs it: without types, every token on its line. Throws a SyntaxError. */
  code(path: string): string | undefined {
    const known = this.prepared.get(path);
    if (known !== undefined) return known;
    const text = this.text(path);
    if (text === undefined) return undefined;
    const code = isTypeScript(path) ? stripTypes(text, path) : text;
    this.prepared.set(path, code);
    return code;
  }

  format(path: string): Format {
    if (path.endsWith('.json')) return 'json';
    if (/\.m[jt]s$/.test(path)) return 'module';
    if (/\.c[jt]s$/.test(path)) return 'commonjs';
    return (
      this.packageType(path) ?? (isTypeScript(path) && this.hasModuleSyntax(path) ? 'module' : 'commonjs')
    );
  }

  /** TypeScript is bundled before it is deployed, so that `import` and `export` need no package.json there. */
  private hasModuleSyntax(path: string): boolean {
    return /^\s*(?:import|export)\b/m.test(this.text(path) ?? '');
  }

  /** `type` of the nearest package.json, not looked for beyond a node_modules folder. */
  private packageType(path: string): Format | undefined {
    for (let folder = parent(path); folder.startsWith(TASK_ROOT); folder = parent(folder)) {
      if (folder.endsWith('/node_modules')) break;
      const text = this.text(`${folder}/package.json`);
      if (text !== undefined) return readField(text, 'type') === 'module' ? 'module' : 'commonjs';
    }
    return undefined;
  }
}

export function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

export function isTypeScript(path: string): boolean {
  return /\.[cm]?ts$/.test(path);
}

/** A text field of a package.json; undefined when it is absent or the file is broken. */
export function readField(json: string, field: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const value: unknown = Object.entries(parsed).find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value : undefined;
}

function relative(path: string): string {
  return path.startsWith(`${TASK_ROOT}/`) ? path.slice(TASK_ROOT.length + 1) : path;
}
