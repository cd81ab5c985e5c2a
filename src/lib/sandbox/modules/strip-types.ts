import { transform } from 'sucrase';

/** Removes TypeScript's types. Every line keeps its number. Throws sucrase's SyntaxError, whose message ends in (line:column). */
export function stripTypes(source: string, path: string): string {
  return transform(source, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: false,
    filePath: path,
  }).code;
}
