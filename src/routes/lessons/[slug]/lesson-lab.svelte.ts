/** The lab at work for a lesson: a step's scenario with the learner's code, and its checks after every run. */
import { sameFiles } from '$lib/lab/code';
import { LabSession } from '$lib/lab/session.svelte';
import { scenarioText } from '$lib/lesson/scenario-text';
import type { Files, LessonStep, StepAction } from '$lib/lesson/types';
import { SimulationClient } from '$lib/worker/client';
import { codeFolders, toFiles, toFunctionFiles } from './code-folders';
import type { LessonSession } from './lesson-session.svelte';

export class LessonLab {
  readonly session: LabSession;
  /** JSON text of the test event, and how many are sent at once: what Run in the lab does. */
  event = $state('{}');
  count = $state(1);
  readonly #lesson: LessonSession;
  readonly #folders: ReadonlyMap<string, string>;
  #client: SimulationClient | undefined;
  /** The step whose scenario is open. */
  #step: LessonStep | undefined;
  /** Whether the first run of the open step ran its code as it was: only then can it answer the prediction. */
  #asItWas: boolean | undefined;

  constructor(lesson: LessonSession) {
    this.#lesson = lesson;
    this.#folders = codeFolders(lesson.lesson.scenario);
    this.session = new LabSession({
      connect: (onGone) => (this.#client = new SimulationClient({ onGone })),
      onRun: () => this.#check(),
    });
  }

  /** Opens a step with the learner's code. Nothing to do where it is open. */
  async open(step: LessonStep): Promise<void> {
    if (this.#step !== step) await this.openAnew(step);
  }

  /** Opens a step at time 0, with the learner's code. */
  async openAnew(step: LessonStep): Promise<void> {
    this.#step = step;
    this.#asItWas = undefined;
    this.#prepare(step.actions.find(({ kind }) => kind === 'invoke'));
    await this.session.open(scenarioText(this.#lesson.lesson.scenario, this.#lesson.files(step)));
  }

  async perform(action: StepAction): Promise<void> {
    if (action.kind === 'wait') {
      await this.session.wait(action.duration);
      return;
    }
    this.session.bench.chooseFunction(action.functionName);
    this.#prepare(action);
    for (let round = 0; round < action.rounds; round++)
      if (!(await this.session.run(action.count, action.event))) return;
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

  /** The learner changed code in the editor. */
  keep(): void {
    const { bench } = this.session;
    if (this.#step !== undefined) this.#lesson.edited(this.#step, toFiles(bench.code, this.#folders));
  }

  /** What the chosen function's code is at the beginning of the open step. */
  get starter(): Files {
    const folder = this.#folders.get(this.session.bench.functionName) ?? '';
    return toFunctionFiles(this.#lesson.active.starter, folder);
  }

  close(): void {
    this.session.close();
  }

  /** Judges the open step again: what the learner typed has changed. */
  async recheck(): Promise<void> {
    await this.#check();
  }

  /** Run in the lab then does the same again. */
  #prepare(action: StepAction | undefined): void {
    if (action?.kind !== 'invoke') return;
    this.event = JSON.stringify(JSON.parse(action.event), null, 2);
    this.count = action.count;
  }

  async #check(): Promise<void> {
    const step = this.#step;
    if (step === undefined || this.#client === undefined) return;
    const typed = this.#lesson.typed(step);
    const answer = typed === '' ? undefined : typed;
    const report = await this.#client.check(this.#lesson.lesson.slug, step.id, answer);
    const { now, bench } = this.session;
    if (now > 0) this.#asItWas ??= sameFiles(toFiles(bench.deployed, this.#folders), step.starter);
    this.#lesson.take(this.#asItWas === true ? report : { ...report, outcome: undefined });
  }
}
