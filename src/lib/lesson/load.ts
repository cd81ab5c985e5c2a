/**
 * Reads the lessons when the site is built (`+page.server.ts`) and in tests. It carries YAML, Markdown and validation:
 * the page itself takes `./types` only.
 */
import { markdown, type Links } from './authoring/markdown';
import { readLesson, type LessonSources } from './authoring/read-lesson';
import { lessonChecks } from './run-checks';
import type { Lesson, LessonSummary } from './types';

const texts = import.meta.glob<string>(
  ['/lessons/*/*.{md,yaml}', '/lessons/*/{starter,solution,wrong}/**/*'],
  { query: '?raw', import: 'default', eager: true },
);

const LESSON_PATH = /^\/lessons\/([^/]+)\/(.+)$/;

/** From a lesson's page, `lessons/<slug>/`, to the rules page. */
const FROM_LESSON_PAGE: Links = { rule: (id) => `../../rules/#${id}` };

const sources = new Map<string, Record<string, string>>();
for (const [path, text] of Object.entries(texts)) {
  const [, slug, file] = LESSON_PATH.exec(path) ?? [];
  if (slug === undefined || file === undefined) continue;
  const files = sources.get(slug) ?? {};
  files[file] = text;
  sources.set(slug, files);
}

/** The slugs of all lessons, in the order of the course. */
export function lessonSlugs(): string[] {
  return [...sources.keys()].sort();
}

/** Everything in a lesson's folder. Throws on an unknown lesson. */
export async function lessonSources(slug: string): Promise<LessonSources> {
  const files = sources.get(slug);
  if (!files) throw new Error(`no lesson ${slug}`);
  return { slug, texts: files, checks: await lessonChecks(slug) };
}

/**
 * A lesson for its page.
 *
 * @param links how the text links to other pages; by default as from `lessons/<slug>/`
 * @throws LessonFault naming file, place and reason
 */
export async function loadLesson(slug: string, links: Links = FROM_LESSON_PAGE): Promise<Lesson> {
  return readLesson(await lessonSources(slug), markdown(links));
}

/** What a list of lessons shows, in the order of the course. */
export async function lessonSummaries(): Promise<LessonSummary[]> {
  const lessons = await Promise.all(lessonSlugs().map((slug) => loadLesson(slug)));
  return lessons.map(({ slug, number, title, summary, minutes, steps, questions }) => ({
    slug,
    number,
    title,
    summary,
    minutes,
    steps: steps.map(({ id, title }) => ({ id, title })),
    questions: questions.map(({ id }) => id),
  }));
}
