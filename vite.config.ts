import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { monacoParts } from './src/lib/lab/editor/build/monaco-parts.js';
import { guestCode } from './src/lib/sandbox/build/guest-code.js';

export default defineConfig({
  plugins: [guestCode(), monacoParts(), sveltekit()],
  // Lessons lie beside src: the page and the worker load their code from there while developing.
  server: { fs: { allow: ['lessons'] } },
  worker: { format: 'es', plugins: () => [guestCode(), monacoParts()] },
  build: { target: 'es2022' },
  test: {
    include: ['src/**/*.test.ts', 'tests/{conformance,hostile,house}/**/*.test.ts', 'lessons/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
