import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { finishedFiles, folder } from '$lib/lesson/authoring/files';
import { LessonFault, readActions, readAuthored } from '$lib/lesson/authoring/read-lesson';
import { scenarioText } from '$lib/lesson/scenario-text';
import { Refusal } from './place';
import type { Target } from './target';

/**
 * A step of a lesson, as `01-first-invocation`, `first-invocation` or `1` names it, then `/step` for another step than
 * the first: the lesson's scenario with the step's starting (or finished) code and its actions. Undefined when no lesson has
 * the name.
 */
export function lessonTarget(given: string, lessons: string, solution: boolean): Target | undefined {
  const [name = '', wanted] = given.split('/');
  const slug = findLesson(name, lessons);
  if (slug === undefined) return undefined;
  const texts = readTexts(path.join(lessons, slug));
  const { steps, scenario } = authored(slug, texts);
  const step = wanted === undefined ? steps[0] : steps.find(({ id }) => id === wanted);
  if (!step)
    throw new Refusal(
      `${slug} has no step ${wanted ?? ''}. Its steps: ${steps.map(({ id }) => id).join(', ')}.`,
    );
  const starter =
    step.begins === undefined
      ? folder(texts, `starter/${step.id}/`)
      : finishedFiles(texts, steps, step.begins);
  const files = solution ? finishedFiles(texts, steps, step.id) : starter;
  return { name: `${slug}/${step.id}`, text: scenarioText(scenario, files), actions: readActions(step.do) };
}

function findLesson(name: string, lessons: string): string | undefined {
  if (name === '' || !existsSync(lessons)) return undefined;
  const number = /^\d+$/.test(name) ? Number(name) : undefined;
  return readdirSync(lessons)
    .filter((slug) => /^\d+-/.test(slug))
    .find(
      (slug) => slug === name || slug.replace(/^\d+-/, '') === name || Number.parseInt(slug, 10) === number,
    );
}

/** The texts in a lesson's folder, by path in it. */
function readTexts(lesson: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(lesson, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    texts[path.relative(lesson, file).split(path.sep).join('/')] = readFileSync(file, 'utf8');
  }
  return texts;
}

function authored(slug: string, texts: Record<string, string>) {
  try {
    return readAuthored({ slug, texts, checks: {} });
  } catch (error) {
    if (error instanceof LessonFault) throw new Refusal(error.message);
    throw error;
  }
}
