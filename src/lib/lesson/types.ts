/**
 * A lesson as its page gets it: plain data, ready to show. Every `…Html` string was made from the author's Markdown
 * when the site was built, so the page needs no Markdown, YAML or validation library. Types only: import this file
 * from anywhere with `import type`.
 */
import type { Microseconds } from '$lib/kernel/units';
import type { JsonObject } from '$lib/scenario/json';

/** Path as in the scenario's `files` (`hello/index.mjs`) to text. */
export type Files = Readonly<Record<string, string>>;

/** What a list of lessons shows. */
export interface LessonSummary {
  /** Name of the lesson's folder, and the last part of its address: `01-first-invocation`. */
  readonly slug: string;
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly title: string;
  /** One or two sentences: what the learner will be able to do. Plain text. */
  readonly summary: string;
  /** How long it takes. */
  readonly minutes: number;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly questions: readonly string[];
}

export interface Lesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Ids of the rules that the lesson teaches. */
  readonly rules: readonly string[];
  /** What stands before the first step. */
  readonly introHtml: string;
  /** The scenario without its `files`: join it with a step's with `scenarioText` of `./scenario-text`. */
  readonly scenario: JsonObject;
  readonly steps: readonly LessonStep[];
  /** What stands after the last step; may be empty. */
  readonly closingHtml: string;
  readonly questions: readonly Question[];
}

/**
 * One thing to predict, do and understand. Each step has a simulation of its own: opening the step opens the lesson's
 * scenario with the step's files, and the checks read what has happened since.
 */
export interface LessonStep {
  /** Stable: progress and drafts are kept under it. Unique in the lesson; fit for a fragment of the address. */
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** One sentence: what is to be reached. */
  readonly goalHtml: string;
  /** Asked before the first run; what happened is read from the run. */
  readonly prediction: Prediction | undefined;
  /** What to do in the lab, in this order. Each can be offered as a button. */
  readonly actions: readonly StepAction[];
  /** Something to look up in the run and type in; undefined in most steps. */
  readonly ask: Ask | undefined;
  /** What will be checked, to list before anything has run. */
  readonly checks: readonly { readonly id: string; readonly text: string }[];
  /** From a nudge to nearly the answer; shown one by one on request. */
  readonly hintsHtml: readonly string[];
  /** The code that the step begins with. */
  readonly starter: Files;
  /** Only in steps that ask for a change of the code: a whole set of files that passes. */
  readonly solution: Files | undefined;
}

export interface Prediction {
  readonly questionHtml: string;
  readonly options: readonly PredictionOption[];
}

export interface PredictionOption {
  readonly id: string;
  readonly html: string;
  /** Shown beside the outcome to a learner who chose this: why one could think so, and what is the case. */
  readonly noteHtml: string;
}

export type StepAction =
  | {
      readonly kind: 'invoke';
      readonly functionName: string;
      /** JSON text of the test event. */
      readonly event: string;
      /** How many are sent at the same moment. */
      readonly count: number;
      /** How often that is done, each time after all answers have come. */
      readonly rounds: number;
      /** Says it to the learner: `Send {"name":"Ada"}`. Plain text. */
      readonly text: string;
    }
  | {
      readonly kind: 'wait';
      /** Virtual time to let pass. */
      readonly duration: Microseconds;
      readonly text: string;
    };

export interface Ask {
  readonly labelHtml: string;
  readonly kind: 'number' | 'text';
}

/**
 * `single` and `log`: one option is right; `log` shows log lines first. `multiple`: two or more are right.
 * `ordering`: the options are things to put in order.
 */
export type QuestionKind = 'single' | 'multiple' | 'ordering' | 'log';

export interface Question {
  /** Stable and unique in the course. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly promptHtml: string;
  /** Only for `log`: the lines, as CloudWatch Logs would show them. */
  readonly log: string | undefined;
  /** In the author's order; show them shuffled. For `ordering` this is the right order. */
  readonly options: readonly QuestionOption[];
  /** What to take away, whatever was answered. */
  readonly explanationHtml: string;
  readonly rules: readonly string[];
  /** A scenario that shows which options are true; undefined where the simulator cannot show it. */
  readonly proof: Proof | undefined;
}

export interface QuestionOption {
  readonly id: string;
  readonly html: string;
  /** For `ordering` every option is part of the answer and this is true. */
  readonly correct: boolean;
  /** Why it is right or wrong (for `ordering`: why it stands where it stands). */
  readonly explanationHtml: string;
}

export interface Proof {
  /** What to look at in the run. */
  readonly noteHtml: string;
  /** The whole scenario as text: open it, run to its end. */
  readonly scenario: string;
  /** Options that the run decides; the others are outside the simulator. */
  readonly decides: readonly string[];
}

/** How one check of a step stands. `waiting`: what it needs has not been done yet, nothing is wrong. */
export type CheckState = 'passed' | 'failed' | 'waiting';

export interface CheckReport {
  readonly id: string;
  /** What is demanded: `An event with a name is greeted by that name`. */
  readonly text: string;
  readonly state: CheckState;
  /** What was seen, and what to look at. Plain text. */
  readonly message: string;
}

/** What the worker answers when a step is checked. */
export interface StepReport {
  readonly step: string;
  readonly passed: boolean;
  readonly checks: readonly CheckReport[];
  /** Id of the prediction's option that came true; undefined while the run has not shown it. */
  readonly outcome: string | undefined;
}

/** What a proof's run has shown. */
export interface ProofReport {
  readonly question: string;
  /** For `ordering`: the options in the order in which the run had them. */
  readonly order: readonly string[] | undefined;
  /** For the other kinds: whether each decided option happened in the run. */
  readonly happened: Readonly<Record<string, boolean>> | undefined;
}
