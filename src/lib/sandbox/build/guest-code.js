import { rolldown } from 'rolldown';

const QUERY = '?guest';

/**
 * `import code from './x.ts?guest'` gives the text of a script that evaluates to the default export of x.ts, bundled
 * with all that it imports. It is how code that runs inside QuickJS is written in TypeScript beside the code that
 * runs it, and reaches the page, the tests and the command line alike.
 * @returns {import('vite').Plugin}
 */
export function guestCode() {
  return {
    name: 'coldstart:guest-code',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return null;
      const resolved = await this.resolve(source.slice(0, -QUERY.length), importer);
      return resolved ? `${resolved.id}${QUERY}` : null;
    },
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const { code, files } = await bundle(id.slice(0, -QUERY.length));
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/** @param {string} input */
async function bundle(input) {
  const build = await rolldown({ input, platform: 'neutral', resolve: { mainFields: ['module', 'main'] } });
  try {
    const { output } = await build.generate({
      format: 'iife',
      name: 'guest',
      minify: true,
      exports: 'default',
    });
    const [chunk] = output;
    const files = chunk.moduleIds.filter((id) => !id.startsWith('\0'));
    return { code: `(()=>{${chunk.code}\nreturn guest})()`, files };
  } finally {
    await build.close();
  }
}
