import path from 'node:path';
import { MAY_IMPORT } from './layers.js';

/**
 * @typedef {object} Place Where a module lies: `lib` with its folder, `routes`, or anywhere else.
 * @property {'lib' | 'routes' | 'elsewhere'} area
 * @property {string} folder
 */

/**
 * @param {string} file path from the repository's root, with forward slashes
 * @returns {Place}
 */
function placeOf(file) {
  const [top, area, folder] = file.split('/');
  if (top !== 'src') return { area: 'elsewhere', folder: '' };
  if (area === 'lib' && folder !== undefined) return { area: 'lib', folder };
  if (area === 'routes') return { area: 'routes', folder: '' };
  return { area: 'elsewhere', folder: '' };
}

/**
 * What is wrong with `source` as an import of `file`; undefined when nothing is.
 *
 * @param {string} file path from the repository's root, with forward slashes
 * @param {string} source the text between the quotes
 * @returns {string | undefined}
 */
function faultOfImport(file, source) {
  const relative = source.startsWith('.');
  const target = relative
    ? path.posix.join(path.posix.dirname(file), source)
    : source.replace(/^\$lib(?=\/)/, 'src/lib');
  if (!relative && target === source) return undefined;

  const from = placeOf(file);
  const to = placeOf(target);
  if (to.area === 'routes' && from.area !== 'routes') return `Nothing imports a route: ${source} is one.`;
  if (to.area !== 'lib') return from.area === 'lib' && relative ? leaving(source) : undefined;
  if (from.area !== 'lib') return undefined;
  if (from.folder === to.folder)
    return relative ? undefined : `Inside ${from.folder}, import relatively instead of ${source}.`;
  if (relative) return leaving(source);

  const allowed = MAY_IMPORT[from.folder];
  if (!allowed) return `The folder ${from.folder} has no place yet in tests/house/layers.js.`;
  if (allowed.includes(to.folder)) return undefined;
  const list = allowed.length > 0 ? allowed.join(', ') : 'no other folder';
  return `${from.folder} may not import ${to.folder}: it may import ${list}.`;
}

/** @param {string} source */
function leaving(source) {
  return `${source} leaves its folder: import across folders as $lib/folder/file.`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
  meta: { type: 'problem', schema: [], docs: { description: 'Imports run one way between folders.' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');

    return {
      /** @param {import('eslint').Rule.Node} node */
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType)'(
        node,
      ) {
        if (!('source' in node) || node.source?.type !== 'Literal') return;
        const { value } = node.source;
        const fault = typeof value === 'string' && faultOfImport(file, value.replace(/\?.*$/, ''));
        if (fault) context.report({ node: node.source, message: fault });
      },
    };
  },
};
