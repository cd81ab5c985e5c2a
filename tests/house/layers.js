/**
 * The direction of imports, folder by folder: what each folder of `src/lib` may import besides itself. Arrows run
 * one way, so that what lies below can be read, tested and replaced without knowing what lies above.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const MAY_IMPORT = {
  kernel: [],
  rules: ['kernel'],
  sandbox: ['kernel', 'rules'],
  aws: ['kernel', 'rules'],
  services: ['kernel', 'rules', 'sandbox', 'aws'],
  scenario: ['kernel', 'rules', 'sandbox', 'aws', 'services'],
  lesson: ['kernel', 'rules', 'sandbox', 'aws', 'services', 'scenario'],
  worker: ['kernel', 'rules', 'sandbox', 'aws', 'services', 'scenario', 'lesson'],
  learner: ['kernel', 'rules', 'scenario', 'lesson'],
  ui: ['kernel', 'rules'],
  lab: ['kernel', 'rules', 'sandbox', 'aws', 'services', 'scenario', 'lesson', 'worker', 'learner', 'ui'],
};

/** Folders whose code is the same in a worker, in Node and in a test: no DOM, no Node, no wall clock, no chance. */
export const PURE = ['kernel', 'rules', 'sandbox', 'aws', 'services', 'scenario'];

/** What lies in those folders and is not part of the simulation. */
export const NOT_PURE = [
  // Hands QuickJS in from each platform; nothing in the simulation imports them.
  'src/lib/sandbox/load-*.ts',
  // Bundles the code below when the site is built.
  'src/lib/sandbox/build/**',
  // Runs inside QuickJS, where the clock and chance are virtual and globalThis is the learner's.
  'src/lib/sandbox/vm/**',
];

/** What a pure folder may use of the platform: the same everywhere, and its result depends on its input alone. */
export const UNIVERSAL_GLOBALS = [
  'AbortController',
  'AbortSignal',
  'CompressionStream',
  'DecompressionStream',
  'ReadableStream',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'URL',
  'URLSearchParams',
  'WebAssembly',
  'WritableStream',
  'atob',
  'btoa',
  'structuredClone',
];
