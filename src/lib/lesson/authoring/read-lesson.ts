import { isJsonObject, type JsonObject } from '$lib/scenario/json';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { LessonChecks } from '../check';
import type { Files, Lesson, LessonStep, StepAction } from '../types';
import { finishedFiles, folder } from './files';
import type { Markdown } from './markdown';
import { readQuestions } from './read-questions';
import { FrontMatter, Questions, Steps, type AuthoredActions, type AuthoredStep } from './schema';
import { readSections } from './sections';

/** A fault in a lesson's files, with the file, the place in it and the reason. */
export class LessonFault extends Error {
  override readonly name = 'LessonFault';
}

/** A lesson's folder as it was written: everything unread but its text. */
export interface LessonSources {
  readonly slug: string;
  /** Text by path in the lesson's folder: `lesson.md`, `starter/run-it/hello/index.mjs`. */
  readonly texts: Files;
  readonly checks: LessonChecks;
}

/** What an author wrote, validated; the tests read it, the page gets {@link Lesson}. */
export interface AuthoredLesson {
  readonly frontMatter: FrontMatter;
  readonly steps: readonly AuthoredStep[];
  readonly scenario: JsonObject;
}

export function readAuthored({ slug, texts }: LessonSources): AuthoredLesson {
  const sections = readSections(textOf(slug, texts, 'lesson.md'));
  const scenario: unknown = parseYaml(textOf(slug, texts, 'scenario.yaml'));
  if (!isJsonObject(scenario)) throw new LessonFault(`${slug}/scenario.yaml: must be an object`);
  return {
    frontMatter: valid(`${slug}/lesson.md`, FrontMatter, parseYaml(sections.frontMatter)),
    steps: valid(`${slug}/steps.yaml`, Steps, parseYaml(textOf(slug, texts, 'steps.yaml'))),
    scenario,
  };
}

/** Reads and checks a lesson's folder, and makes its texts into HTML. Throws {@link LessonFault}. */
export function readLesson(sources: LessonSources, { block, inline }: Markdown): Lesson {
  const { slug, texts, checks } = sources;
  const { frontMatter, steps, scenario } = readAuthored(sources);
  const sections = readSections(textOf(slug, texts, 'lesson.md'));
  const authored = new Map(steps.map((step) => [step.id, step]));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join(', ');
  if (ids(sections.steps) !== ids(steps))
    throw new LessonFault(
      `${slug}: lesson.md has the steps ${ids(sections.steps)}, but steps.yaml has ${ids(steps)}`,
    );
  if (Object.keys(checks).join(', ') !== ids(steps))
    throw new LessonFault(`${slug}/checks.ts: must have the steps ${ids(steps)}, in this order`);
  const questions = valid(
    `${slug}/questions.yaml`,
    Questions,
    parseYaml(textOf(slug, texts, 'questions.yaml')),
  );

  const readStep = (section: (typeof sections.steps)[number]): LessonStep => {
    const step = authored.get(section.id);
    const stepChecks = checks[section.id];
    if (!step || !stepChecks) throw new LessonFault(`${slug}: no step ${section.id}`);
    const solution = folder(texts, `solution/${step.id}/`);
    return {
      id: step.id,
      title: section.title,
      html: block(section.text),
      goalHtml: inline(step.goal),
      prediction: step.predict && {
        questionHtml: block(step.predict.question),
        options: step.predict.options.map(({ id, text, note }) => ({
          id,
          html: inline(text),
          noteHtml: inline(note),
        })),
      },
      actions: readActions(step.do),
      ask: step.ask && { labelHtml: inline(step.ask.label), kind: step.ask.kind },
      checks: stepChecks.checks.map(({ id, text }) => ({ id, text })),
      hintsHtml: step.hints.map(block),
      starter:
        step.begins === undefined
          ? folder(texts, `starter/${step.id}/`)
          : finishedFiles(texts, steps, step.begins),
      solution: Object.keys(solution).length > 0 ? solution : undefined,
    };
  };

  return {
    slug,
    number: Number.parseInt(slug, 10),
    title: frontMatter.title,
    summary: frontMatter.summary,
    minutes: frontMatter.minutes,
    rules: frontMatter.rules,
    introHtml: block(sections.intro),
    scenario,
    steps: sections.steps.map(readStep),
    closingHtml: block(sections.closing),
    questions: readQuestions(questions, scenario, { block, inline }),
  };
}

/** An author's actions with the words that say them. */
export function readActions(actions: AuthoredActions): StepAction[] {
  return actions.map((action) => {
    if ('wait' in action)
      return { kind: 'wait', duration: action.wait.duration, text: `Wait ${action.wait.words}` };
    const event = JSON.stringify(action.event === undefined ? {} : action.event);
    const many = action.times > 1 ? `, ${action.times} times at once` : '';
    const often = action.rounds > 1 ? `, ${action.rounds} times one after the other` : '';
    return {
      kind: 'invoke',
      functionName: action.invoke,
      event,
      count: action.times,
      rounds: action.rounds,
      text: `Send ${event}${many}${often}`,
    };
  });
}

function textOf(slug: string, texts: Files, path: string): string {
  const text = texts[path];
  if (text === undefined) throw new LessonFault(`${slug}/${path}: there is no such file`);
  return text;
}

function valid<const S extends v.GenericSchema>(file: string, schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`);
  throw new LessonFault(`${file}: ${faults.join('; ')}`);
}
