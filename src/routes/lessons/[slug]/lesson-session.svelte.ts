import type { Learner } from '$lib/learner/learner.svelte';
import type { Files, Lesson, LessonStep, StepReport } from '$lib/lesson/types';
import { SvelteMap } from 'svelte/reactivity';

/** A lesson as one learner stands in it: the step that is open in the lab, predictions, hints and what was found. */
export class LessonSession {
  readonly lesson: Lesson;
  readonly #learner: Learner;
  readonly #first: LessonStep;
  /** Reports of this visit: what was found is read from a run, and a run does not outlive the page. */
  readonly #reports = new SvelteMap<string, StepReport>();
  readonly #typed = new SvelteMap<string, string>();
  #chosen = $state<string | undefined>();

  constructor(lesson: Lesson, learner: Learner) {
    const [first] = lesson.steps;
    if (first === undefined) throw new Error(`lesson ${lesson.slug} has no steps`);
    this.lesson = lesson;
    this.#first = first;
    this.#learner = learner;
  }

  /** Resolves when what the learner did on earlier visits is known. */
  ready(): Promise<void> {
    return this.#learner.start();
  }

  /** The step that the lab works on: the one chosen, else the first that is not done. */
  get active(): LessonStep {
    const { steps } = this.lesson;
    const chosen = steps.find(({ id }) => id === this.#chosen);
    return chosen ?? steps.find((step) => !this.isDone(step)) ?? this.#first;
  }

  open(step: LessonStep): void {
    this.#chosen = step.id;
  }

  isDone(step: LessonStep): boolean {
    return this.#learner.step(this.lesson.slug, step.id)?.doneAt !== undefined;
  }

  get done(): boolean {
    return this.lesson.steps.every((step) => this.isDone(step));
  }

  prediction(step: LessonStep): string | undefined {
    return this.#learner.step(this.lesson.slug, step.id)?.prediction;
  }

  /** Too late once the run has shown what happens. */
  predict(step: LessonStep, option: string): void {
    this.open(step);
    if (this.outcome(step) === undefined)
      this.#learner.recordStep(this.lesson.slug, step.id, { prediction: option });
  }

  outcome(step: LessonStep): string | undefined {
    return this.#learner.step(this.lesson.slug, step.id)?.outcome;
  }

  report(step: LessonStep): StepReport | undefined {
    return this.#reports.get(step.id);
  }

  /** What a run has shown of a step. */
  take(report: StepReport): void {
    this.#chosen ??= report.step;
    this.#reports.set(report.step, report);
    const known = this.#learner.step(this.lesson.slug, report.step);
    const step = this.lesson.steps.find(({ id }) => id === report.step);
    // A prediction is about the code that the step begins with: what other code did says nothing about it.
    const shown = step && this.isChanged(step) ? undefined : report.outcome;
    const outcome = known?.outcome ?? shown;
    const news = (report.passed && known?.doneAt === undefined) || outcome !== known?.outcome;
    if (news)
      this.#learner.recordStep(this.lesson.slug, report.step, {
        ...(outcome !== undefined && { outcome }),
        ...(report.passed && { doneAt: Date.now() }),
      });
  }

  /** What the learner typed in a step that asks for something. */
  typed(step: LessonStep): string {
    return this.#typed.get(step.id) ?? '';
  }

  type(step: LessonStep, value: string): void {
    this.#typed.set(step.id, value);
  }

  hintsShown(step: LessonStep): number {
    return Math.min(this.#learner.step(this.lesson.slug, step.id)?.hints ?? 0, step.hintsHtml.length);
  }

  showHint(step: LessonStep): void {
    this.#learner.recordStep(this.lesson.slug, step.id, { hints: this.hintsShown(step) + 1 });
  }

  /** The code to open a step with: the learner's, where there is some. */
  files(step: LessonStep): Files {
    const { slug } = this.lesson;
    const removed = this.#learner.removed(slug, step.id);
    const files = Object.entries({ ...step.starter, ...this.#learner.draft(slug, step.id) });
    return Object.fromEntries(files.filter(([path]) => !removed.includes(path)));
  }

  /** The learner's code is no longer what the step begins with. */
  isChanged(step: LessonStep): boolean {
    const files = this.files(step);
    return Object.keys(files).some((path) => files[path] !== step.starter[path]);
  }

  /** The learner changed the code; these are all its files now. */
  edited(step: LessonStep, files: Files): void {
    const before = this.files(step);
    const changed = Object.entries(files).filter(([path, text]) => text !== before[path]);
    const removed = Object.keys(before).filter((path) => !Object.hasOwn(files, path));
    if (changed.length + removed.length > 0)
      this.#learner.saveDraft(this.lesson.slug, step.id, Object.fromEntries(changed), removed);
  }

  /** Loads other code over the learner's, which is kept where it is their own; gives the whole set of files. */
  replace(step: LessonStep, other: Files): Files {
    const own = Object.entries(this.files(step)).filter(
      ([path, text]) => text !== step.starter[path] && text !== step.solution?.[path],
    );
    this.#learner.replaceDraft(this.lesson.slug, step.id, Object.fromEntries(own), other);
    return this.files(step);
  }

  /** There is code of the learner's own to bring back. */
  hasKept(step: LessonStep): boolean {
    return Object.keys(this.#learner.kept(this.lesson.slug, step.id)).length > 0;
  }

  bringBack(step: LessonStep): Files {
    this.#learner.bringBack(this.lesson.slug, step.id);
    return this.files(step);
  }
}
