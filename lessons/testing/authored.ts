import { folder, finishedFiles } from '$lib/lesson/authoring/files';
import { readActions, readAuthored } from '$lib/lesson/authoring/read-lesson';
import { lessonSources } from '$lib/lesson/load';
import type { Files, StepAction } from '$lib/lesson/types';

/** A wrong answer ready to be tried. */
export interface WrongAnswer {
  readonly name: string;
  readonly message: string;
  readonly files: Files;
  readonly actions: readonly StepAction[];
}

/** The wrong answers that an author lists for a step. */
export async function wrongAnswers(slug: string, stepId: string): Promise<WrongAnswer[]> {
  const sources = await lessonSources(slug);
  const { steps } = readAuthored(sources);
  const step = steps.find(({ id }) => id === stepId);
  return (step?.wrong ?? []).map((wrong) => {
    const own = folder(sources.texts, `wrong/${stepId}/${wrong.name}/`);
    const files = Object.keys(own).length > 0 ? own : finishedFiles(sources.texts, steps, stepId);
    return {
      name: wrong.name,
      message: wrong.message,
      files,
      actions: readActions(wrong.do ?? step?.do ?? []),
    };
  });
}

/** The folders below a step's `wrong/`, to find any that nobody lists. */
export async function wrongFolders(slug: string): Promise<string[]> {
  const { texts } = await lessonSources(slug);
  const folders = Object.keys(texts).flatMap((path) => /^wrong\/[^/]+\/[^/]+/.exec(path) ?? []);
  return [...new Set(folders)];
}
