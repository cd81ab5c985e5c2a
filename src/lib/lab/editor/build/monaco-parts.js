// @ts-check
/**
 * Keeps out of the bundle what Monaco 0.57 brings and this editor never uses. Each pattern must be found, so that a new
 * version of Monaco cannot bring the weight back unseen.
 *
 * @typedef {{ readonly file: string, readonly pattern: RegExp }} Cut
 */

/** @type {readonly Cut[]} */
const CUTS = [
  // The libraries of browsers, workers and Windows' script host: 1.7 MB of text that Lambda has nothing of.
  {
    file: 'languages/features/typescript/lib/lib.js',
    pattern:
      /^libFileMap\["lib\.(?:dom|webworker|scripthost)[\w.]*"\] = [^]*?(?=^(?:libFileMap\[|export ))/gm,
  },
  // Monaco's own TypeScript worker, 7 MB: ours takes its place (../monaco/workers).
  {
    file: 'languages/features/typescript/workerManager.js',
    pattern: /createWorker: \(\) => new Worker\(new URL\('ts\.worker\.js'[^\n]*\n/g,
  },
  // Every feature of the editor: ../monaco/parts names those that are wanted.
  { file: 'internal/common/workers.js', pattern: /^import '\.\.\/\.\.\/(?:editor|base)\/[^\n]*;$/gm },
];

/** @returns {import('vite').Plugin} */
export function monacoParts() {
  return {
    name: 'coldstart:monaco-parts',
    apply: 'build',
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\// },
      handler(code, id) {
        const cut = CUTS.find(({ file }) => id.endsWith(`/esm/vs/${file}`));
        if (cut === undefined) return undefined;
        const left = code.replace(cut.pattern, '');
        if (left === code) this.error(`Monaco has changed: nothing to cut in ${cut.file}`);
        return { code: left, map: null };
      },
    },
  };
}
