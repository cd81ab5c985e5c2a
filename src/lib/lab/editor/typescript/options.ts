/** How Node.js on Lambda would read the learner's files, in TypeScript's words. */
import type { NodeRuntime } from '$lib/sandbox/isolate';
import type ts from 'typescript';

/** The language that each runtime's engine knows. */
const libraries: Readonly<Record<NodeRuntime, readonly string[]>> = {
  'nodejs20.x': ['lib.es2023.d.ts'],
  'nodejs22.x': [
    'lib.es2024.d.ts',
    'lib.esnext.iterator.d.ts',
    'lib.esnext.collection.d.ts',
    'lib.esnext.array.d.ts',
  ],
  'nodejs24.x': ['lib.esnext.d.ts'],
};

/** There is no DOM: `window` and `document` are unknown. */
export function compilerOptions(compiler: typeof ts, runtime: NodeRuntime): ts.CompilerOptions {
  return {
    target: compiler.ScriptTarget.ESNext,
    module: compiler.ModuleKind.NodeNext,
    moduleResolution: compiler.ModuleResolutionKind.NodeNext,
    moduleDetection: compiler.ModuleDetectionKind.Auto,
    lib: [...(libraries[runtime] ?? libraries['nodejs24.x'])],
    types: [],
    allowJs: true,
    checkJs: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    esModuleInterop: true,
    noEmit: true,
    skipLibCheck: true,
    // Tolerant: a handler's parameters need no types, and nothing nags about null.
    strict: false,
    noImplicitAny: false,
    useUnknownInCatchVariables: false,
  };
}
