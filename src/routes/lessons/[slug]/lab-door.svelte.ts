import type { Files, LessonStep, StepAction } from '$lib/lesson/types';
import type { Component } from 'svelte';
import type { LessonLab } from './lesson-lab.svelte';
import type { LessonSession } from './lesson-session.svelte';

export type LabState = 'asleep' | 'waking' | 'awake' | 'failed';

/** What this page gives to the lab's component. */
interface LabProps {
  session: LessonLab['session'];
  event: string;
  count: number;
  starter: Files;
  onedit: () => void;
}

/** The lab as it was fetched: what works, and what is seen of it. */
interface Fetched {
  readonly lab: LessonLab;
  readonly view: Component<LabProps, Record<string, unknown>, 'event' | 'count'>;
}

/**
 * The way from a lesson's page into its lab. The lab (editor, simulation, charts) is fetched when it is first wanted;
 * what is asked before that is done as soon as it is there.
 */
export class LabDoor {
  readonly #lesson: LessonSession;
  #fetching: Promise<Fetched> | undefined;
  #closed = false;
  #fetched = $state.raw<Fetched>();
  #state = $state<LabState>('asleep');

  constructor(lesson: LessonSession) {
    this.#lesson = lesson;
  }

  get state(): LabState {
    return this.#state;
  }

  get fetched(): Fetched | undefined {
    return this.#fetched;
  }

  /** Fetches the lab and opens the active step in it. */
  async wake(): Promise<void> {
    await this.#with(() => undefined);
  }

  async perform(step: LessonStep, action: StepAction): Promise<void> {
    this.#lesson.open(step);
    await this.#with((lab) => lab.perform(action));
  }

  /** Puts code into the editor. */
  async load(step: LessonStep, files: Files): Promise<void> {
    this.#lesson.open(step);
    await this.#with((lab) => lab.load(files));
  }

  /** Opens a step again at time 0. */
  async startOver(step: LessonStep): Promise<void> {
    this.#lesson.open(step);
    await this.#with((lab) => lab.openAnew(step));
  }

  /** Judges the step again. */
  async recheck(step: LessonStep): Promise<void> {
    this.#lesson.open(step);
    await this.#with((lab) => lab.recheck());
  }

  /** The page is left: the simulation ends. */
  close(): void {
    this.#closed = true;
    this.#fetched?.lab.close();
  }

  async #with(work: (lab: LessonLab) => void | Promise<void>): Promise<void> {
    try {
      if (this.#state !== 'awake') this.#state = 'waking';
      this.#fetching ??= this.#fetch();
      const fetched = await this.#fetching;
      if (this.#closed) return;
      await fetched.lab.open(this.#lesson.active);
      this.#fetched = fetched;
      this.#state = 'awake';
      await work(fetched.lab);
    } catch {
      // No network, most likely. The next wish tries again.
      this.#fetching = undefined;
      if (this.#fetched === undefined) this.#state = 'failed';
    }
  }

  async #fetch(): Promise<Fetched> {
    const [{ LessonLab }, { default: view }] = await Promise.all([
      import('./lesson-lab.svelte'),
      import('$lib/lab/Lab.svelte'),
      // The lab opens with the learner's code, so that must have been read.
      this.#lesson.ready(),
    ]);
    return { lab: new LessonLab(this.#lesson), view };
  }
}
