/** The lab at work for a lesson: a step's scenario with the learner's code, and its checks after every run. */
import type { Code } from '$lib/lab/code';
import { LabSession } from '$lib/lab/session.svelte';
import { scenarioText } from '$lib/lesson/scenario-text';
import type { Files, LessonStep, StepAction } from '$lib/lesson/types';
import { SimulationClient } from '$lib/worker/client';
import { codeFolders, toFiles, toFunctionFiles } from './code-folders';
import type { LessonSession } from './lesson-session.svelte';

export class LessonLab {
  readonly session: LabSession;
  readonly #lesson: LessonSession;
  readonly #folders: ReadonlyMap<string, string>;
  #client: SimulationClient | undefined;
  /** The step whose scenario is open. */
  #step: LessonStep | undefined;

  constructor(lesson: LessonSession) {
    this.#lesson = lesson;
    this.#folders = codeFolders(lesson.lesson.scenario);
    this.session = new LabSession({
      connect: (onGone) => (this.#client = new SimulationClient({ onGone })),
      onRun: () => this.#check(),
    });
  }

  /** Opens a step anew, with the learner's code. Nothing to do where it is open. */
  async open(step: LessonStep): Promise<void> {
    if (this.#step === step) return;
    this.#step = step;
    await this.session.open(scenarioText(this.#lesson.lesson.scenario, this.#lesson.files(step)));
  }

  async perform(action: StepAction): Promise<void> {
    if (action.kind === 'wait') {
      await this.session.wait(action.duration);
      return;
    }
    this.session.bench.chooseFunction(action.functionName);
    await this.session.run(action.count, action.event);
  }

  /** Puts code into the editor; the next run deploys it. */
  load(files: Files): void {
    const { bench } = this.session;
    const chosen = bench.functionName;
    for (const [name, folder] of this.#folders) {
      const own = toFunctionFiles(files, folder);
      if (Object.keys(own).length === 0) continue;
      bench.chooseFunction(name);
      bench.edit(own);
    }
    bench.chooseFunction(chosen);
  }

  /** The learner's code has changed in the editor. */
  keep(code: Code): void {
    if (this.#step !== undefined && this.session.bench.opened !== undefined)
      this.#lesson.edited(this.#step, toFiles(code, this.#folders));
  }

  /** Judges the open step again: what the learner typed has changed. */
  async recheck(): Promise<void> {
    await this.#check();
  }

  async #check(): Promise<void> {
    const step = this.#step;
    if (step === undefined || this.#client === undefined) return;
    const typed = this.#lesson.typed(step);
    const answer = typed === '' ? undefined : typed;
    this.#lesson.take(await this.#client.check(this.#lesson.lesson.slug, step.id, answer));
  }
}
