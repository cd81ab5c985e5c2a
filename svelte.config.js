import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Where the site will live on its host: `/name`, or nothing for the root. */
const folder = (process.env['BASE_PATH'] ?? '').replace(/^\/|\/$/g, '');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ fallback: '404.html' }),
    // The site is served from any folder: links are relative to the page that holds them.
    paths: { base: folder === '' ? '' : `/${folder}`, relative: true },
    // The lessons' checks, the commands and the configuration are code of the project too.
    typescript: {
      config: (config) => ({
        ...config,
        include: [config['include'], '../lessons/*/*.ts', '../src/**/*.mjs', '../*.js', '../*.ts'].flat(),
      }),
    },
    prerender: { handleMissingId: 'fail', handleHttpError: 'fail' },
  },
};
