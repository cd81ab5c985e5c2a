import type { RecordTypes, StoreName } from './records';

type Write = <Name extends StoreName>(store: Name, key: string, record: RecordTypes[Name]) => Promise<void>;

/**
 * Records on their way to the disk. Of several for one key only the newest is written. What could not be written stays
 * here and is tried again with the next flush.
 */
export class Outbox {
  /** One closure a record, by store and key: it knows its types. */
  readonly #waiting = new Map<string, (write: Write) => Promise<void>>();
  readonly #failed: (error: unknown) => void;
  #write: Write | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param failed called for each record that could not be written. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** The disk is there: write what waits. */
  async connect(write: Write): Promise<void> {
    this.#write = write;
    await this.flush();
  }

  /** Writes after `delayMs` without another `put`. */
  put<Name extends StoreName>(store: Name, key: string, record: RecordTypes[Name], delayMs: number): void {
    this.#waiting.set(`${store}:${key}`, (write) => write(store, key, record));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delayMs);
  }

  /** Writes at once, as when the page is about to go. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const write = this.#write;
    if (write === undefined) return;
    const batch = [...this.#waiting];
    this.#waiting.clear();
    await Promise.all(
      batch.map(async ([id, send]) => {
        try {
          await send(write);
        } catch (error) {
          if (!this.#waiting.has(id)) this.#waiting.set(id, send);
          this.#failed(error);
        }
      }),
    );
  }

  /** Forgets what waits. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }
}
