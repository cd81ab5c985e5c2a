/**
 * What is kept of a learner: one small record a step, a question and a file, so that a damaged one takes nothing else
 * with it. Times are real milliseconds since 1970: they only decide which of two records is newer.
 */

export interface StepRecord {
  /** Id of the predicted option, given before the step was first run. */
  readonly prediction?: string;
  /** Id of the option that the run showed. */
  readonly outcome?: string;
  /** When its checks first all passed. */
  readonly doneAt?: number;
  /** How many hints were opened. */
  readonly hints?: number;
  readonly savedAt: number;
}

export interface AnswerRecord {
  /** Ids of the chosen options; for an ordering, all of them in the learner's order. */
  readonly chosen: readonly string[];
  readonly correct: boolean;
  /** How often it has been answered, this time included. */
  readonly attempts: number;
  readonly savedAt: number;
}

export interface DraftRecord {
  readonly text: string;
  /** What stood there before a solution was loaded over it: can be brought back. */
  readonly kept?: string;
  /** The learner deleted or renamed this file. */
  readonly removed?: boolean;
  readonly savedAt: number;
}

/** The records by the name of their store. Keys: `lesson/step`, the question's id, `lesson/step/path`. */
export interface RecordTypes {
  readonly steps: StepRecord;
  readonly answers: AnswerRecord;
  readonly drafts: DraftRecord;
}

export type StoreName = keyof RecordTypes;

export const STORE_NAMES = ['steps', 'answers', 'drafts'] as const satisfies readonly StoreName[];

/** All records, by store and key. */
export type Records = { readonly [Name in StoreName]: ReadonlyMap<string, RecordTypes[Name]> };

export function stepKey(lesson: string, step: string): string {
  return `${lesson}/${step}`;
}

export function draftKey(lesson: string, step: string, path: string): string {
  return `${lesson}/${step}/${path}`;
}
