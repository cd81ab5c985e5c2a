import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Microseconds } from '$lib/kernel/units';
import type { TimelineView } from '$lib/worker/protocol';

export interface TimelineRow {
  readonly key: string;
  readonly start: Microseconds;
  /** Undefined while it lasts. Equal to the start for a mark. */
  readonly end: Microseconds | undefined;
  readonly mark: boolean;
  readonly environment: number | undefined;
  readonly functionName: string | undefined;
  readonly label: string;
  readonly requestId: string | undefined;
  readonly record: RecordId;
}

/** Every span and mark, in time's order. */
export function rowsOf(timeline: TimelineView): TimelineRow[] {
  const spans = timeline.lanes.flatMap(({ environment, functionName, spans }) =>
    spans.map(({ start, end, label, requestId, record, kind }): TimelineRow => {
      const key = `${environment} ${start} ${kind}`;
      return { key, start, end, mark: false, environment, functionName, label, requestId, record };
    }),
  );
  const marks = timeline.marks.map(({ at, label, record, kind }): TimelineRow => {
    const none = { environment: undefined, functionName: undefined, requestId: undefined };
    return { key: `${kind} ${record}`, start: at, end: at, mark: true, label, record, ...none };
  });
  return [...spans, ...marks].sort((a, b) => a.start - b.start);
}
