/** How the learner has arranged the timeline: which part of time is shown, whether idle time is folded. */
import type { TimelineView } from '$lib/worker/protocol';
import { activityOf } from './activity';
import { foldedAxis, linearAxis, toTime, toUnits, type Axis } from './axis';
import { fit, fitTimes, pan, reveal, zoom, type Viewport } from './viewport';

/** Virtual times at the edges. */
interface Window {
  readonly from: number;
  readonly to: number;
}

export class TimelineState {
  readonly #source: () => { readonly timeline: TimelineView; readonly now: number };
  #folded = $state(true);
  /** Undefined: everything, and it stays everything while time goes on. */
  #window = $state.raw<Window>();

  readonly #activity = $derived.by(() => activityOf(this.#source().timeline, this.#source().now));
  readonly #axis: Axis = $derived.by(() => {
    const { now } = this.#source();
    return this.#folded ? foldedAxis(this.#activity, now) : linearAxis(now);
  });
  readonly #viewport: Viewport = $derived.by(() => {
    const shown = this.#window;
    if (!shown) return fit(this.#axis);
    return { start: toUnits(this.#axis, shown.from), end: toUnits(this.#axis, shown.to) };
  });

  constructor(source: () => { readonly timeline: TimelineView; readonly now: number }) {
    this.#source = source;
  }

  get folded(): boolean {
    return this.#folded;
  }

  set folded(folded: boolean) {
    this.#folded = folded;
    this.#window = undefined;
  }

  get axis(): Axis {
    return this.#axis;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  fit(): void {
    this.#window = undefined;
  }

  /** The newest stretch in which anything happened. */
  fitToActivity(): void {
    const last = this.#activity.findLast(({ from, to }) => to > from);
    if (last) this.#show(fitTimes(this.#axis, last.from, last.to));
  }

  zoom(factor: number, anchor = 0.5): void {
    this.#show(zoom(this.#axis, this.#viewport, factor, anchor));
  }

  pan(part: number): void {
    this.#show(pan(this.#axis, this.#viewport, part));
  }

  reveal(at: number): void {
    const viewport = reveal(this.#axis, this.#viewport, at);
    if (viewport !== this.#viewport) this.#show(viewport);
  }

  #show({ start, end }: Viewport): void {
    const whole = fit(this.#axis);
    const shown = { from: toTime(this.#axis, start), to: toTime(this.#axis, end) };
    this.#window = start <= whole.start && end >= whole.end ? undefined : shown;
  }
}
