import type { Microseconds } from '../units';
import type { Description } from './description';
import { describe, type RecordId } from './record-kind';
import type { Trace } from './trace';

/** Why something happened: its own words, and the walk back along its causes. */
export interface Why {
  readonly record: RecordId;
  readonly kind: string;
  readonly at: Microseconds;
  readonly description: Description;
  readonly rules: readonly string[];
  /** Nearest first, one sentence a hop. */
  readonly causes: readonly { readonly record: RecordId; readonly at: Microseconds; readonly text: string }[];
}

/** A walk shows no more hops than this. */
const HOPS_MAX = 50;

/** Tells one record and what led to it: the main cause at each hop, then the further ones of the record itself. */
export function why(trace: Trace, id: RecordId): Why {
  const record = trace.record(id);
  const path: RecordId[] = [];
  for (
    let next = record.causes[0];
    next !== undefined && path.length < HOPS_MAX;
    next = trace.causes(next)[0]
  )
    path.push(next);
  const further = record.causes.slice(1).filter((cause) => !path.includes(cause));
  return {
    record: id,
    kind: record.kind,
    at: record.at,
    description: describe(record),
    rules: record.rules,
    causes: [...path, ...further].map((cause) => ({
      record: cause,
      at: trace.at(cause),
      text: describe(trace.record(cause)).what,
    })),
  };
}
