import { SvelteMap } from 'svelte/reactivity';
import type { Disk } from './disk';
import { memoryDisk } from './memory';
import { countRecords, laidUnder, merge } from './merge';
import { notKept, putAsideNotice, writeFailed, type Notice } from './notice';
import { Outbox } from './outbox';
import {
  draftKey,
  stepKey,
  type AnswerRecord,
  type DraftRecord,
  type Records,
  type RecordTypes,
  type StepRecord,
  type StoreName,
} from './records';

type Files = Readonly<Record<string, string>>;

/** A pause in typing this long, in milliseconds, saves the code. */
const PAUSE_MS = 300;

const openDisk = async (): Promise<Disk> => (await import('./indexed-db')).openIndexedDb();

/**
 * What this browser knows of its learner: progress, predictions, answers and code. Reads are reactive; every change is
 * kept on disk soon after. Nothing is thrown to the caller: what goes wrong becomes a notice, and the page works on.
 */
export class Learner {
  readonly #maps: { readonly [Name in StoreName]: SvelteMap<string, RecordTypes[Name]> } = {
    steps: new SvelteMap(),
    answers: new SvelteMap(),
    drafts: new SvelteMap(),
  };
  readonly #outbox = new Outbox((error) => this.#tell(writeFailed(error)));
  readonly #open: () => Promise<Disk>;
  readonly #now: () => number;
  #disk: Disk | undefined;
  #starting: Promise<void> | undefined;
  #ready = $state(false);
  #notices = $state.raw<readonly Notice[]>([]);

  constructor(open: () => Promise<Disk> = openDisk, now: () => number = Date.now) {
    this.#open = open;
    this.#now = now;
  }

  /** What was kept has been read; before that nothing is known. */
  get ready(): boolean {
    return this.#ready;
  }

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  dismiss(notice: Notice): void {
    this.#notices = this.#notices.filter((other) => other !== notice);
  }

  /** Reads what was kept. Call as often as you like. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** Saves what waits, now: when the page is hidden or left. */
  flush(): Promise<void> {
    return this.#outbox.flush();
  }

  step(lesson: string, step: string): StepRecord | undefined {
    return this.#maps.steps.get(stepKey(lesson, step));
  }

  /** Adds to what is known of a step. It was first done when it was first done, and a prediction is made before the outcome. */
  recordStep(lesson: string, step: string, change: Omit<StepRecord, 'savedAt'>): void {
    const key = stepKey(lesson, step);
    const old = this.#maps.steps.get(key);
    const first = {
      ...(old?.outcome !== undefined && old.prediction !== undefined && { prediction: old.prediction }),
      ...(old?.doneAt !== undefined && { doneAt: old.doneAt }),
    };
    this.#save('steps', key, { ...old, ...change, ...first, savedAt: this.#now() });
  }

  answer(question: string): AnswerRecord | undefined {
    return this.#maps.answers.get(question);
  }

  recordAnswer(question: string, chosen: readonly string[], correct: boolean): void {
    const attempts = (this.#maps.answers.get(question)?.attempts ?? 0) + 1;
    this.#save('answers', question, { chosen: [...chosen], correct, attempts, savedAt: this.#now() });
  }

  /** The learner's code of a step, by path; empty when none was changed. */
  draft(lesson: string, step: string): Files {
    return this.#files(lesson, step, ({ text, removed }) => (removed === true ? undefined : text));
  }

  /** Paths of files that the learner removed from a step. */
  removed(lesson: string, step: string): readonly string[] {
    return Object.keys(
      this.#files(lesson, step, ({ text, removed }) => (removed === true ? text : undefined)),
    );
  }

  /** What the learner had before a solution was loaded over it; empty when there is nothing to bring back. */
  kept(lesson: string, step: string): Files {
    return this.#files(lesson, step, ({ kept }) => kept);
  }

  /** Keeps files at the next pause in typing; those in `removed` are gone from the step. */
  saveDraft(lesson: string, step: string, files: Files, removed: readonly string[] = []): void {
    for (const [path, text] of Object.entries(files)) this.#saveFile(draftKey(lesson, step, path), { text });
    for (const path of removed) {
      const key = draftKey(lesson, step, path);
      this.#saveFile(key, { text: this.#maps.drafts.get(key)?.text ?? '', removed: true });
    }
  }

  /** Puts other code (a solution, the starter) in place of `mine`, which `bringBack` restores. */
  replaceDraft(lesson: string, step: string, mine: Files, other: Files): void {
    for (const path of new Set([...Object.keys(mine), ...Object.keys(other)])) {
      const key = draftKey(lesson, step, path);
      const text = other[path];
      const kept = mine[path] ?? this.#maps.drafts.get(key)?.kept;
      const file = text === undefined ? { text: '', removed: true } : { text };
      this.#save('drafts', key, { ...file, ...(kept !== undefined && { kept }), savedAt: this.#now() });
    }
  }

  /** The learner's own code is the draft again; gives it back, by path. */
  bringBack(lesson: string, step: string): Files {
    const files = this.kept(lesson, step);
    for (const [path, text] of Object.entries(files))
      this.#save('drafts', draftKey(lesson, step, path), { text, savedAt: this.#now() });
    return files;
  }

  /** Everything, as the text of a file to keep. */
  async exportText(): Promise<string> {
    await this.start();
    const { toPortable } = await import('./portable');
    return toPortable(this.#maps);
  }

  /** Adds an exported file to what is here; newer records win. */
  async importText(text: string): Promise<ImportOutcome> {
    await this.start();
    const { fromPortable } = await import('./portable');
    const parsed = fromPortable(text);
    if (!parsed.ok) return parsed;
    await this.#outbox.flush();
    const changes = merge(this.#maps, parsed.value.records);
    this.#take(changes);
    try {
      await this.#disk?.writeAll(changes);
    } catch (error) {
      this.#tell(writeFailed(error));
    }
    return { ok: true, changed: countRecords(changes), faults: parsed.value.faults };
  }

  /** Unreadable records that were put aside, as JSON text; undefined when there are none. */
  async putAsideText(): Promise<string | undefined> {
    await this.start();
    try {
      const list = (await this.#disk?.quarantine()) ?? [];
      return list.length === 0 ? undefined : JSON.stringify(list, null, 1);
    } catch (error) {
      this.#tell(notKept(error));
      return undefined;
    }
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await this.start();
    this.#outbox.drop();
    for (const map of Object.values(this.#maps)) map.clear();
    try {
      await this.#disk?.clear();
    } catch (error) {
      this.#tell(writeFailed(error));
    }
  }

  async #start(): Promise<void> {
    let disk: Disk;
    try {
      disk = await this.#open();
      const { records, putAside } = await disk.read();
      this.#take(laidUnder(this.#maps, records));
      if (putAside.length > 0) this.#tell(putAsideNotice(putAside));
    } catch (error) {
      disk = memoryDisk();
      this.#tell(notKept(error));
    }
    this.#disk = disk;
    this.#ready = true;
    await this.#outbox.connect((store, key, record) => disk.write(store, key, record));
  }

  #take(records: Records): void {
    for (const [key, record] of records.steps) this.#maps.steps.set(key, record);
    for (const [key, record] of records.answers) this.#maps.answers.set(key, record);
    for (const [key, record] of records.drafts) this.#maps.drafts.set(key, record);
  }

  #saveFile(key: string, file: Pick<DraftRecord, 'text' | 'removed'>): void {
    const kept = this.#maps.drafts.get(key)?.kept;
    this.#save(
      'drafts',
      key,
      { ...file, ...(kept !== undefined && { kept }), savedAt: this.#now() },
      PAUSE_MS,
    );
  }

  #save<Name extends StoreName>(store: Name, key: string, record: RecordTypes[Name], delayMs = 0): void {
    this.#maps[store].set(key, record);
    this.#outbox.put(store, key, record, delayMs);
  }

  #files(lesson: string, step: string, read: (draft: DraftRecord) => string | undefined): Files {
    const prefix = draftKey(lesson, step, '');
    const found = [...this.#maps.drafts].flatMap(([key, draft]) => {
      const text = key.startsWith(prefix) ? read(draft) : undefined;
      return text === undefined ? [] : [[key.slice(prefix.length), text] as const];
    });
    return Object.fromEntries(found);
  }

  /** One notice of a kind is enough. */
  #tell(notice: Notice): void {
    if (!this.#notices.some(({ kind }) => kind === notice.kind)) this.#notices = [...this.#notices, notice];
  }
}

export type ImportOutcome =
  | {
      readonly ok: true;
      readonly changed: number;
      readonly faults: readonly { readonly where: string; readonly reason: string }[];
    }
  | { readonly ok: false; readonly reason: string };

/** This browser's learner. */
export const learner = new Learner();
