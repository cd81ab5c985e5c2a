import { STORE_NAMES, type DraftRecord, type Records, type RecordTypes, type StoreName } from './records';

/**
 * What must be written so that `mine` also holds what is new in `theirs`. Of two records with one key the newer stays.
 * Code is never lost: where a draft gives way, its text is kept in the newer one.
 */
export function merge(mine: Records, theirs: Records): Records {
  const changes = {
    steps: newer(mine, theirs, 'steps'),
    answers: newer(mine, theirs, 'answers'),
    drafts: newer(mine, theirs, 'drafts'),
  };
  for (const [key, draft] of changes.drafts) {
    const old = mine.drafts.get(key);
    if (old !== undefined) changes.drafts.set(key, keeping(draft, old));
  }
  return changes;
}

function newer<Name extends StoreName>(
  mine: Records,
  theirs: Records,
  name: Name,
): Map<string, RecordTypes[Name]> {
  const old: ReadonlyMap<string, RecordTypes[Name]> = mine[name];
  const incoming: ReadonlyMap<string, RecordTypes[Name]> = theirs[name];
  return new Map([...incoming].filter(([key, { savedAt }]) => savedAt > (old.get(key)?.savedAt ?? -1)));
}

function keeping(draft: DraftRecord, old: DraftRecord): DraftRecord {
  return old.text === draft.text ? draft : { ...draft, kept: old.text };
}

/** How many records there are. */
export function countRecords(records: Records): number {
  return STORE_NAMES.reduce((sum, name) => sum + records[name].size, 0);
}

/** What the disk held, seen after the learner has begun: what was done since is newer than what it says. */
export function laidUnder(since: Records, held: Records): Records {
  return {
    steps: new Map([...held.steps].map(([key, record]) => [key, { ...record, ...since.steps.get(key) }])),
    answers: new Map([...held.answers, ...since.answers]),
    drafts: new Map([...held.drafts, ...since.drafts]),
  };
}
