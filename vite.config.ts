import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  test: {
    include: ['src/**/*.test.ts', 'tests/{conformance,hostile,house}/**/*.test.ts', 'lessons/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
