import type { Projection } from '$lib/kernel/trace/projection';
import { isKind, type RecordId, type TraceRecord } from '$lib/kernel/trace/record-kind';
import { after, type Microseconds } from '$lib/kernel/units';
import {
  environmentRecord,
  frozenRecord,
  initEndRecord,
  initStartRecord,
  resetRecord,
  shutdownRecord,
  tmpRecord,
} from '../records/environment';
import { reportRecord, startRecord } from '../records/invocation';

/** The states of the execution environment's machine. */
export type EnvironmentState = 'init' | 'suppressedInit' | 'invoke' | 'frozen' | 'reset' | 'shutdown';

export interface TmpFile {
  readonly path: string;
  readonly size: number;
}

/** An execution environment as it stands. */
export interface EnvironmentView {
  readonly environment: number;
  readonly functionName: string;
  readonly state: EnvironmentState;
  readonly startedAt: Microseconds;
  readonly endedAt: Microseconds | undefined;
  readonly initDuration: Microseconds | undefined;
  readonly invocations: number;
  readonly logStream: string;
  readonly maxMemoryUsedMB: number;
  readonly memorySizeMB: number;
  readonly tmpFiles: readonly TmpFile[];
  readonly tmpLimitMB: number;
  /** When it will be reclaimed if nothing calls it; only while at rest. */
  readonly reclaimAt: Microseconds | undefined;
  /** Why it was shut down, or reset. */
  readonly reason: string | undefined;
  /** The record that brought it into its present state. */
  readonly record: RecordId;
}

/** Every execution environment, in the order in which they were made. */
export class Environments implements Projection {
  readonly #byNumber = new Map<number, EnvironmentView>();

  get views(): readonly EnvironmentView[] {
    return [...this.#byNumber.values()];
  }

  get(environment: number): EnvironmentView | undefined {
    return this.#byNumber.get(environment);
  }

  take(record: TraceRecord): void {
    const { id, at } = record;
    if (isKind(record, environmentRecord)) {
      const { environment, functionName, logStream, memorySizeMB, tmpLimitMB } = record.values;
      this.#byNumber.set(environment, {
        environment,
        functionName,
        state: 'init',
        startedAt: at,
        endedAt: undefined,
        initDuration: undefined,
        invocations: 0,
        logStream,
        maxMemoryUsedMB: 0,
        memorySizeMB,
        tmpFiles: [],
        tmpLimitMB,
        reclaimAt: undefined,
        reason: undefined,
        record: id,
      });
    } else if (isKind(record, initStartRecord)) {
      const { environment, phase } = record.values;
      if (phase === 'invoke')
        this.#change(environment, { state: 'suppressedInit', reclaimAt: undefined, record: id });
    } else if (isKind(record, initEndRecord)) {
      const { environment, phase, duration, status } = record.values;
      if (phase === 'init' && status === 'success') this.#change(environment, { initDuration: duration });
    } else if (isKind(record, startRecord)) {
      const { environment } = record.values;
      const invocations = (this.get(environment)?.invocations ?? 0) + 1;
      this.#change(environment, {
        state: 'invoke',
        invocations,
        reclaimAt: undefined,
        reason: undefined,
        record: id,
      });
    } else if (isKind(record, reportRecord)) {
      const { environment, maxMemoryUsedMB } = record.values;
      this.#change(environment, { maxMemoryUsedMB });
    } else if (isKind(record, tmpRecord)) {
      const { environment, files } = record.values;
      this.#change(environment, { tmpFiles: readTmpFiles(files) });
    } else if (isKind(record, frozenRecord)) {
      const { environment, keptFor } = record.values;
      const state = this.get(environment)?.state === 'reset' ? 'reset' : 'frozen';
      this.#change(environment, { state, reclaimAt: after(at, keptFor), record: id });
    } else if (isKind(record, resetRecord)) {
      const { environment, errorType } = record.values;
      this.#change(environment, { state: 'reset', reason: errorType, record: id });
    } else if (isKind(record, shutdownRecord)) {
      const { environment, reason } = record.values;
      const gone = {
        state: 'shutdown',
        endedAt: at,
        reclaimAt: undefined,
        tmpFiles: [],
        reason,
        record: id,
      } as const;
      this.#change(environment, gone);
    }
  }

  #change(environment: number, change: Partial<EnvironmentView>): void {
    const known = this.#byNumber.get(environment);
    if (!known) throw new Error(`environment ${environment} changes before it exists`);
    this.#byNumber.set(environment, { ...known, ...change });
  }
}

/** Reads the listing that the trace holds as JSON text. */
function readTmpFiles(text: string): readonly TmpFile[] {
  const files: unknown = JSON.parse(text);
  return Array.isArray(files) ? files.filter(isTmpFile) : [];
}

function isTmpFile(file: unknown): file is TmpFile {
  return (
    typeof file === 'object' &&
    file !== null &&
    'path' in file &&
    typeof file.path === 'string' &&
    'size' in file &&
    typeof file.size === 'number'
  );
}
