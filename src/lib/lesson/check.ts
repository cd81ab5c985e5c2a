/** What a lesson's `checks.ts` is written with. */
import type { LessonRun } from './run';
import type { CheckState } from './types';

export interface Verdict {
  readonly state: CheckState;
  /** What was seen in the run, and what to look at next. One to three sentences of plain text. */
  readonly message: string;
}

export interface Check {
  /** Unique in its step. */
  readonly id: string;
  /** What is demanded, as a sentence without a full stop. */
  readonly text: string;
  /** Reads the run and nothing else; the run holds only what the code now deployed has done. */
  readonly judge: (run: LessonRun) => Verdict;
}

export interface StepChecks {
  /** All must pass. */
  readonly checks: readonly Check[];
  /** The option of the step's prediction that came true; undefined while the run has not shown it. */
  readonly outcome?: (run: LessonRun) => string | undefined;
  /** In steps that ask for something: the right answer, read from the run. */
  readonly answer?: (run: LessonRun) => string | undefined;
  /** Plausible wrong answers to what is asked, by the name they have in `steps.yaml`. */
  readonly mistakes?: Readonly<Record<string, (run: LessonRun) => string | undefined>>;
}

/** The `steps` of a lesson's `checks.ts`, by step id. */
export type LessonChecks = Readonly<Record<string, StepChecks>>;

/** Tells whether an option of a question happened in the proof's run. */
export type Claim = (run: LessonRun) => boolean;

/** How the run of a question's proof decides its options. */
export type QuestionProof =
  | { readonly claims: Readonly<Record<string, Claim>> }
  /** For `ordering`: the options in the order of the run. */
  | { readonly order: (run: LessonRun) => readonly string[] };

/** The `proofs` of a lesson's `proofs.ts`, by question id. */
export type LessonProofs = Readonly<Record<string, QuestionProof>>;

export function passed(message: string): Verdict {
  return { state: 'passed', message };
}

export function failed(message: string): Verdict {
  return { state: 'failed', message };
}

/** What the check needs has not been done yet. */
export function waiting(message: string): Verdict {
  return { state: 'waiting', message };
}
