import { eventOf } from '$lib/lesson/event-of';
import { lessonRun, type LessonRun } from '$lib/lesson/run';
import { scenarioText } from '$lib/lesson/scenario-text';
import type { Files, Lesson, StepAction, StepReport } from '$lib/lesson/types';
import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { SimulationHost } from '$lib/worker/simulation-host';
import { microseconds } from '$lib/kernel/units';

const engine = loadEngine();

/** A learner at work without a browser: the simulation's host as the page has it in its worker. */
export class Session {
  readonly #host = new SimulationHost(
    async () => {
      const loaded = await engine;
      return () => createSandbox({ engine: loaded });
    },
    { now: () => performance.now(), later: (action, delayMs) => void setTimeout(action, delayMs) },
  );
  #until = microseconds(0);
  #deployedAt = microseconds(0);

  /** Opens a scenario; a fault in it fails the test. */
  async open(scenario: string): Promise<void> {
    const opened = await this.#host.open(scenario);
    if (!opened.ok)
      throw new Error(opened.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.#until = opened.until;
  }

  /** Opens a step's simulation with this code and does these actions. */
  async work(lesson: Lesson, files: Files, actions: readonly StepAction[]): Promise<void> {
    await this.open(scenarioText(lesson.scenario, files));
    await this.perform(actions);
  }

  async perform(actions: readonly StepAction[]): Promise<void> {
    for (const action of actions) {
      if (action.kind === 'wait') await this.#host.advance(action.duration);
      else
        for (let round = 0; round < action.rounds; round++)
          await this.#host.invoke(action.functionName, action.event, action.count);
    }
  }

  /** Replaces the code of a function whose files lie in one folder of the scenario. */
  async deploy(functionName: string, files: Files): Promise<void> {
    this.#deployedAt = (await this.#view()).at;
    const inPackage = Object.entries(files).map(
      ([path, text]) => [path.replace(/^[^/]+\//, ''), text] as const,
    );
    await this.#host.updateCode(functionName, Object.fromEntries(inPackage));
  }

  /** Runs the workload to its end. */
  async finish(): Promise<LessonRun> {
    await this.#host.advance(this.#until);
    return this.run();
  }

  async run(): Promise<LessonRun> {
    const view = await this.#view();
    const events = new Map(view.responses.newest.map(({ record, input }) => [record, eventOf(input)]));
    return lessonRun(view, {
      event: (record) => events.get(record),
      deployedAt: this.#deployedAt,
      files: {},
    });
  }

  /** As the page has a step checked. */
  check(lesson: Lesson, step: string, answer?: string): Promise<StepReport> {
    return this.#host.check(lesson.slug, step, answer);
  }

  #view() {
    return this.#host.view(microseconds(Number.MAX_SAFE_INTEGER));
  }
}
