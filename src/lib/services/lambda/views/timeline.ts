import { callRecord } from '$lib/aws/records';
import { formatDuration } from '$lib/kernel/format';
import { Newest } from '$lib/kernel/trace/newest';
import type { Projection } from '$lib/kernel/trace/projection';
import { isKind, type RecordId, type TraceRecord } from '$lib/kernel/trace/record-kind';
import type { Microseconds } from '$lib/kernel/units';
import {
  environmentRecord,
  frozenRecord,
  initEndRecord,
  initStartRecord,
  shutdownRecord,
} from '../records/environment';
import { reportRecord, resultRecord, startRecord, throttleRecord } from '../records/invocation';
import { Concurrency } from './concurrency';

/** What a stretch of an environment's life is: the four meanings of colour. */
export type SpanKind = 'init' | 'invoke' | 'frozen' | 'failed';

export interface Span {
  readonly kind: SpanKind;
  readonly start: Microseconds;
  /** Undefined while it lasts. */
  readonly end: Microseconds | undefined;
  /** The record that tells it. */
  readonly record: RecordId;
  readonly requestId: string | undefined;
  /** `init, 141 ms` */
  readonly label: string;
}

/** One execution environment in the timeline. */
export interface Lane {
  readonly environment: number;
  readonly functionName: string;
  readonly spans: readonly Span[];
}

export interface Mark {
  readonly kind: 'throttled' | 'failed' | 'call';
  readonly at: Microseconds;
  readonly record: RecordId;
  readonly label: string;
}

export interface TimelineView {
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  /** Steps of the number of environments at work: each holds from its time to the next. */
  readonly concurrency: readonly { readonly at: Microseconds; readonly count: number }[];
  readonly concurrencyLimit: number;
}

/** Newest entries kept: of the spans in one lane, of the lanes, of the marks, of the calls, of the concurrency's steps. */
const SPANS_MAX = 2_000;
const LANES_MAX = 2_000;
const MARKS_MAX = 2_000;
const CALLS_MAX = 500;
const STEPS_MAX = 5_000;

interface OpenLane {
  readonly environment: number;
  readonly functionName: string;
  readonly done: Newest<Span>;
  open: Span | undefined;
  failed: boolean;
}

/** What every environment did over time, what was refused or failed, and how much went on at once. */
export class Timeline implements Projection {
  readonly #lanes = new Map<number, OpenLane>();
  readonly #marks = new Newest<Mark>(MARKS_MAX);
  /** Kept apart: many calls must not push failures and throttles out. */
  readonly #calls = new Newest<Mark>(CALLS_MAX);
  readonly #steps = new Newest<{ at: Microseconds; count: number }>(STEPS_MAX);
  readonly #limit: number;
  readonly #concurrency = new Concurrency();

  constructor(concurrencyLimit: number) {
    this.#limit = concurrencyLimit;
  }

  get view(): TimelineView {
    return {
      lanes: [...this.#lanes.values()].slice(-LANES_MAX).map(({ environment, functionName, done, open }) => ({
        environment,
        functionName,
        spans: open ? [...done.items, open] : done.items,
      })),
      marks: [...this.#calls.items, ...this.#marks.items].sort((a, b) => a.at - b.at),
      concurrency: this.#steps.items,
      concurrencyLimit: this.#limit,
    };
  }

  take(record: TraceRecord): void {
    const { id, at } = record;
    const change = this.#concurrency.take(record);
    if (change) this.#steps.push({ at, count: change.total });
    if (isKind(record, callRecord)) {
      const { service, action } = record.values;
      this.#calls.push({ kind: 'call', at, record: id, label: `call of ${service}:${action}` });
    } else if (isKind(record, environmentRecord)) {
      const { environment, functionName } = record.values;
      this.#lanes.set(environment, {
        environment,
        functionName,
        done: new Newest(SPANS_MAX),
        open: undefined,
        failed: false,
      });
      this.#open(environment, { kind: 'init', start: at, record: id, label: 'cold start: new environment' });
    } else if (isKind(record, initStartRecord)) {
      const { environment, phase } = record.values;
      this.#close(environment, at);
      const label = phase === 'init' ? 'init' : 'init again, inside the invocation';
      this.#open(environment, { kind: 'init', start: at, record: id, label });
    } else if (isKind(record, initEndRecord)) {
      const { environment, duration, status } = record.values;
      const label = `init${status === 'success' ? '' : ` ended with ${status}`}, ${formatDuration(duration)}`;
      const kind = status === 'success' ? 'init' : 'failed';
      this.#close(environment, at, { kind, record: id, label });
    } else if (isKind(record, startRecord)) {
      const { environment, requestId, cold } = record.values;
      this.#close(environment, at);
      const label = `${cold ? 'first' : 'warm'} invocation`;
      this.#open(environment, { kind: 'invoke', start: at, record: id, requestId, label });
    } else if (isKind(record, resultRecord)) {
      const { environment, functionError } = record.values;
      const lane = this.#lanes.get(environment);
      if (lane) lane.failed = functionError !== undefined;
      if (functionError !== undefined)
        this.#marks.push({
          kind: 'failed',
          at,
          record: id,
          label: `function error in environment ${environment}`,
        });
    } else if (isKind(record, reportRecord)) {
      const { environment, duration, billedMs } = record.values;
      const failed = this.#lanes.get(environment)?.failed ?? false;
      const label = `${failed ? 'failed invocation' : 'invocation'}, ${formatDuration(duration)}, ${billedMs} ms billed`;
      this.#close(environment, at, { kind: failed ? 'failed' : 'invoke', record: id, label });
    } else if (isKind(record, frozenRecord)) {
      const { environment } = record.values;
      this.#open(environment, { kind: 'frozen', start: at, record: id, label: 'frozen' });
    } else if (isKind(record, shutdownRecord)) {
      this.#close(record.values.environment, at);
    } else if (isKind(record, throttleRecord)) {
      const label = `throttled: ${record.values.reason}`;
      this.#marks.push({ kind: 'throttled', at, record: id, label });
    }
  }

  #open(environment: number, span: Omit<Span, 'end' | 'requestId'> & { requestId?: string }): void {
    const lane = this.#lanes.get(environment);
    if (lane) lane.open = { requestId: undefined, ...span, end: undefined };
  }

  #close(environment: number, at: Microseconds, change: Partial<Span> = {}): void {
    const lane = this.#lanes.get(environment);
    if (!lane?.open) return;
    // What took no time at all cannot be seen, and would only cover its neighbour.
    if (at > lane.open.start) lane.done.push({ ...lane.open, ...change, end: at });
    lane.open = undefined;
  }
}
