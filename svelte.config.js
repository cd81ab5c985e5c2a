import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ fallback: '404.html' }),
    // The site is served from any folder: links are relative to the page that holds them.
    paths: { base: process.env['BASE_PATH'] ?? '', relative: true },
    // The lessons' checks are code of the project too.
    typescript: { config: (config) => ({ ...config, include: [...config.include, '../lessons/*/*.ts'] }) },
    prerender: { handleMissingId: 'fail', handleHttpError: 'fail' },
  },
};
