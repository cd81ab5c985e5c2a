/**
 * Notices that a worker no longer answers. Native long operations of the sandbox ignore its interrupts, so the only
 * way to end them is from outside.
 */
export interface WatchdogOptions {
  /** Asks the worker for a sign of life. */
  readonly ping: () => Promise<unknown>;
  /** Called once, when the worker has been silent for too long. */
  readonly onSilent: () => void;
}

/** A worker that has answered before may be silent this long. */
export const SILENCE_MAX_MS = 900;
/** A new worker must first be fetched, compiled and started. */
export const START_MAX_MS = 20_000;
const TICK_MS = 100;
/** What one tick counts at most: a page that was busy or asleep itself must not blame the worker for it. */
const TICK_COUNTS_MAX_MS = 150;

export class Watchdog {
  readonly #options: WatchdogOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #waiting = false;
  #answered = false;
  #silentMs = 0;
  #lastTick = 0;

  constructor(options: WatchdogOptions) {
    this.#options = options;
  }

  /** From now on the worker should answer. May be called again while watching. */
  watch(): void {
    if (this.#timer !== undefined) return;
    this.#silentMs = 0;
    this.#lastTick = performance.now();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Nothing is expected of the worker any more. */
  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** The worker has given a sign of life of its own. */
  heard(): void {
    this.#answered = true;
    this.#silentMs = 0;
  }

  #tick(): void {
    const now = performance.now();
    if (this.#waiting) this.#silentMs += Math.min(now - this.#lastTick, TICK_COUNTS_MAX_MS);
    this.#lastTick = now;
    if (this.#silentMs >= (this.#answered ? SILENCE_MAX_MS : START_MAX_MS)) {
      this.rest();
      this.#options.onSilent();
    } else if (!this.#waiting) this.#ping();
  }

  #ping(): void {
    this.#waiting = true;
    const answer = () => {
      this.#waiting = false;
      this.heard();
    };
    // An answer that is an error is an answer too; what went wrong is told to whoever made the call.
    this.#options.ping().then(answer, answer);
  }
}
