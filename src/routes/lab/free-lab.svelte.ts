/** The free lab: opens what was kept, a link or a file; keeps what the learner writes; every replacement can be undone. */
import { startLabSession } from '$lib/lab/connect';
import type { Checkpoint, LabSession } from '$lib/lab/session.svelte';
import type { Learner } from '$lib/learner/learner.svelte';
import { decodeLink, encodeLink, isLink } from '$lib/scenario/link';
import type { Fault } from '$lib/worker/protocol';
import { DEFAULT_EVENT, DEFAULT_SCENARIO } from './default-scenario';
import { readDraft, writeDraft, type Draft } from './draft';

/** A linked scenario, shown before anything of it is opened. */
export interface Offer {
  readonly text: string;
  readonly title: string;
  readonly files: number;
  readonly calls: number;
}

interface Undo {
  readonly checkpoint: Checkpoint;
  readonly event: string;
}

/** Where the learner's store keeps the draft: it files drafts by lesson, step and path. */
const KEPT = { lesson: 'lab', step: 'free', path: 'draft.json' } as const;
const FILE_BYTES_MAX = 1_048_576;

export class FreeLab {
  readonly session: LabSession;
  readonly #learner: Learner;
  /** A link's offer is shown before the lab's first scenario is open; what it asks for waits until then. */
  #started: Promise<void> = Promise.resolve();
  #event = $state(DEFAULT_EVENT);
  #offer = $state.raw<Offer>();
  #faults = $state.raw<readonly Fault[]>([]);
  #undo = $state.raw<Undo>();

  constructor(learner: Learner) {
    this.#learner = learner;
    this.session = startLabSession();
  }

  /** The test event. */
  get event(): string {
    return this.#event;
  }

  set event(text: string) {
    this.#event = text;
    this.keep();
  }

  get offer(): Offer | undefined {
    return this.#offer;
  }

  /** What is wrong with a link or a file. */
  get faults(): readonly Fault[] {
    return this.#faults;
  }

  get canUndo(): boolean {
    return this.#undo !== undefined;
  }

  /** Opens what the learner had, else the lab's own scenario. A link in the address is only offered. */
  start(fragment: string): Promise<void> {
    this.#started = this.#begin(fragment);
    return this.#started;
  }

  async #begin(fragment: string): Promise<void> {
    await this.#learner.start();
    await this.lookAt(fragment);
    const draft = readDraft(this.#learner.draft(KEPT.lesson, KEPT.step)[KEPT.path]);
    if (!draft || !(await this.#openDraft(draft))) await this.session.open(DEFAULT_SCENARIO);
  }

  /** Reads a link, and offers what it carries. */
  async lookAt(fragment: string): Promise<void> {
    this.#faults = [];
    this.#offer = undefined;
    if (!isLink(fragment)) return;
    const decoded = await decodeLink(fragment);
    if (!decoded.ok) this.#faults = decoded.faults;
    else {
      const { title, files, workload } = decoded.scenario;
      this.#offer = { text: decoded.text, title, files: files.size, calls: workload.length };
    }
  }

  dismiss(): void {
    this.#offer = undefined;
    this.#faults = [];
  }

  /** Opens what the link carries; with `run`, makes its calls too. */
  async accept(run: boolean): Promise<void> {
    const { offer } = this;
    if (!offer) return;
    this.dismiss();
    if ((await this.#replace(offer.text)) && run) await this.session.runScenario();
  }

  async openFile(file: File): Promise<void> {
    this.dismiss();
    if (file.size > FILE_BYTES_MAX) {
      this.#faults = [
        { path: file.name, message: 'The file is larger than 1 MiB: too large for a scenario.' },
      ];
      return;
    }
    await this.#replace(await file.text());
  }

  startOver(): Promise<boolean> {
    return this.#replace(DEFAULT_SCENARIO, DEFAULT_EVENT);
  }

  /** Back to what was there before a link, a file or a new start replaced it. */
  async undo(): Promise<void> {
    const before = this.#undo;
    if (!before) return;
    this.#undo = undefined;
    this.#event = before.event;
    await this.session.restore(before.checkpoint);
    this.keep();
  }

  /** Address of the lab as it stands; undefined with faults if it is too large for a link. */
  async link(address: URL): Promise<string | undefined> {
    const text = await this.session.scenarioText();
    if (text === undefined) return undefined;
    const encoded = await encodeLink(text);
    if (!encoded.ok) {
      this.#faults = [encoded.fault];
      return undefined;
    }
    return `${address.origin}${address.pathname}${encoded.fragment}`;
  }

  /** Keeps what the learner wrote, at the next pause in typing. */
  keep(): void {
    const { scenario, code, template } = this.session.bench.state;
    const text = writeDraft({ scenario, code, template, event: this.#event });
    this.#learner.saveDraft(KEPT.lesson, KEPT.step, { [KEPT.path]: text });
  }

  async #replace(text: string, event?: string): Promise<boolean> {
    await this.#started;
    const before = { checkpoint: await this.session.checkpoint(), event: this.#event };
    if (!(await this.session.open(text))) return false;
    this.#undo = before;
    if (event !== undefined) this.#event = event;
    this.keep();
    return true;
  }

  async #openDraft({ scenario, code, template, event }: Draft): Promise<boolean> {
    if (!(await this.session.open(scenario))) return false;
    const { bench } = this.session;
    const chosen = bench.functionName;
    for (const name of Object.keys(code)) {
      bench.chooseFunction(name);
      if (bench.functionName === name) bench.edit(code[name] ?? {});
    }
    bench.chooseFunction(chosen);
    bench.editTemplate(template);
    this.#event = event;
    return true;
  }
}
