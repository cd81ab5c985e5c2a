import { transform } from 'sucrase';

/** Removes TypeScript's types. Every line keeps its number. Throws a SyntaxError whose message ends in `(path:line:column)`. */
export function stripTypes(source: string, path: string): string {
  try {
    return transform(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      keepUnusedImports: false,
      filePath: path,
    }).code;
  } catch (error) {
    throw new SyntaxError(inStackForm(error instanceof Error ? error.message : String(error), path), {
      cause: error,
    });
  }
}

/** From sucrase's `Error transforming PATH: REASON (LINE:COLUMN)`. */
function inStackForm(message: string, path: string): string {
  const [, reason, place] = /^(?:Error transforming [^:]*: )?(.*) \((\d+:\d+)\)$/s.exec(message) ?? [];
  return reason === undefined || place === undefined ? message : `${reason} (${path}:${place})`;
}
