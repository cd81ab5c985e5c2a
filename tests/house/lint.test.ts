import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { MAY_IMPORT, PURE } from './layers.js';

/** The project's own configuration, without the rules that need the whole program's types. */
const eslint = new ESLint({ overrideConfig: [ts.configs.disableTypeChecked] });

/** The ids of the rules that `text` would break if it stood in `file`. */
async function broken(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: file });
  return result!.messages.map(({ ruleId }) => ruleId);
}

const importing = (source: string) => `import '${source}';`;

describe('the direction of imports', () => {
  it('lets a folder import what lies below it', async () => {
    expect(await broken('src/lib/services/lambda/new.ts', importing('$lib/kernel/kernel'))).toEqual([]);
    expect(await broken('src/lib/lab/new.ts', importing('$lib/worker/protocol'))).toEqual([]);
    expect(await broken('src/routes/new.ts', importing('$lib/lab/new'))).toEqual([]);
    expect(
      await broken('src/lib/lab/Panel.svelte', `<script lang="ts">import '$lib/ui/new';</script>`),
    ).toEqual([]);
  });

  it.each([
    ['src/lib/kernel/new.ts', '$lib/services/lambda/configuration'],
    ['src/lib/rules/new.ts', '$lib/scenario/schema'],
    ['src/lib/sandbox/new.ts', '$lib/aws/door'],
    ['src/lib/aws/new.ts', '$lib/sandbox/isolate'],
    ['src/lib/services/lambda/new.ts', '$lib/worker/protocol'],
    ['src/lib/scenario/new.ts', '$lib/lesson/lesson'],
    ['src/lib/worker/new.ts', '$lib/lab/lab'],
    ['src/lib/learner/new.ts', '$lib/lab/lab'],
    ['src/lib/ui/new.ts', '$lib/lab/lab'],
  ])('forbids %s to import %s', async (file, source) => {
    expect(await broken(file, importing(source))).toEqual(['house/import-direction']);
  });

  it('holds for every form of import', async () => {
    const forms = [
      `import { a } from '$lib/lab/a';\na();`,
      `import type { A } from '$lib/lab/a';\nexport type B = A;`,
      `export { a } from '$lib/lab/a';`,
      `export * from '$lib/lab/a';`,
      `await import('$lib/lab/a');`,
      `import '$lib/lab/a?worker';`,
    ];
    for (const form of forms)
      expect(await broken('src/lib/kernel/new.ts', form), form).toEqual(['house/import-direction']);
    expect(await broken('src/lib/kernel/new.ts', `export type A = import('$lib/lab/a').A;`)).toContain(
      'house/import-direction',
    );
    expect(
      await broken('src/lib/ui/New.svelte', `<script lang="ts">import '$lib/lab/new';</script>`),
    ).toContain('house/import-direction');
  });

  it('wants relative imports inside a folder and $lib across folders', async () => {
    expect(await broken('src/lib/kernel/new.ts', importing('./trace/trace'))).toEqual([]);
    expect(await broken('src/lib/services/lambda/new.ts', importing('../sqs/queue'))).toEqual([]);
    expect(await broken('src/lib/kernel/new.ts', importing('$lib/kernel/kernel'))).toEqual([
      'house/import-direction',
    ]);
    expect(await broken('src/lib/services/lambda/new.ts', importing('../../kernel/kernel'))).toEqual([
      'house/import-direction',
    ]);
    expect(await broken('src/lib/kernel/new.ts', importing('../../cli/start.mjs'))).toEqual([
      'house/import-direction',
    ]);
  });

  it('lets nobody import a route', async () => {
    expect(await broken('src/lib/lab/new.ts', importing('../../routes/page'))).toEqual([
      'house/import-direction',
    ]);
  });

  it('has no way back: whoever may be imported may not import in return', () => {
    for (const [folder, allowed] of Object.entries(MAY_IMPORT))
      for (const other of allowed) expect(MAY_IMPORT[other], `${folder} and ${other}`).not.toContain(folder);
  });
});

describe('the simulation is pure', () => {
  it.each([
    ['Date.now();', 'no-restricted-properties'],
    ['Math.random();', 'no-restricted-properties'],
    ['performance.now();', 'no-restricted-globals'],
    ['new Date();', 'no-restricted-syntax'],
    ['Date();', 'no-restricted-syntax'],
    ['globalThis.Date.now();', 'no-restricted-globals'],
    ['document.title;', 'no-restricted-globals'],
    ['self.close();', 'no-restricted-globals'],
    ['localStorage.clear();', 'no-restricted-globals'],
    ['setTimeout(() => 1, 1);', 'no-restricted-globals'],
    ['void fetch("/");', 'no-restricted-globals'],
    ['crypto.randomUUID();', 'no-restricted-globals'],
    ['process.exit();', 'no-restricted-globals'],
    ['Buffer.from("a");', 'no-restricted-globals'],
    ['import.meta.url;', 'no-restricted-syntax'],
    [`import 'node:fs';`, 'no-restricted-imports'],
    [`import 'svelte';`, 'no-restricted-imports'],
  ])('%s is reported in every pure folder', async (text, rule) => {
    for (const folder of PURE) expect(await broken(`src/lib/${folder}/new.ts`, text), folder).toContain(rule);
    expect(await broken('src/lib/lab/new.ts', text)).not.toContain(rule);
  });

  it('lets through what depends on its input alone', async () => {
    const text = `export const a = [new Date(0), new Date(2026, 1), Math.floor(1.5), new TextEncoder(), new Map()];`;
    for (const folder of PURE) expect(await broken(`src/lib/${folder}/new.ts`, text), folder).toEqual([]);
  });
});

describe('the compiler is not switched off', () => {
  it('reports any, !, an inline escape from the rules, and an assertion without a reason', async () => {
    const file = 'src/lib/lab/new.ts';
    expect(await broken(file, 'export const a: any = 1;')).toEqual(['@typescript-eslint/no-explicit-any']);
    expect(await broken(file, 'export const f = (a?: { b: 1 }) => a!.b;')).toEqual([
      '@typescript-eslint/no-non-null-assertion',
    ]);
    expect(await broken(file, 'export const f = (a: unknown) => a as string;')).toEqual([
      'house/explained-assertion',
    ]);
    expect(await broken(file, '// eslint-disable-next-line\nexport const a: any = 1;')).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });

  it('takes an assertion with its reason, and as const', async () => {
    const file = 'src/lib/lab/new.ts';
    expect(
      await broken(file, '// Sound: only strings come here.\nexport const f = (a: unknown) => a as string;'),
    ).toEqual([]);
    expect(await broken(file, 'export const a = [1] as const;')).toEqual([]);
  });
});
