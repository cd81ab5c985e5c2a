import type { Files } from '../types';

/** The files below a folder (`starter/run-it/`), by their path in it. */
export function folder(texts: Files, prefix: string): Files {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}

/** The code with which a step ends: its solution, or, where nothing is to be changed, what it began with. */
export function finishedFiles(
  texts: Files,
  steps: readonly { readonly id: string; readonly begins?: string | undefined }[],
  id: string,
): Files {
  const solution = folder(texts, `solution/${id}/`);
  if (Object.keys(solution).length > 0) return solution;
  const index = steps.findIndex((step) => step.id === id);
  const begins = steps[index]?.begins;
  // Looks among the earlier steps only, so that it comes to an end.
  return begins === undefined
    ? folder(texts, `starter/${id}/`)
    : finishedFiles(texts, steps.slice(0, index), begins);
}
