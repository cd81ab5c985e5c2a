/** A record told in words, in parts that a timeline, a screen reader, a lesson and the command line all use. */
export interface Description {
  /** Who it happened to: `environment 1 of Orders`. */
  readonly who: string;
  /** What happened, one sentence with its numbers. */
  readonly what: string;
  /** Why: the reason in one or two sentences; the rules named by the record say more. */
  readonly why?: string;
  /** What would change it: a setting or an action of the learner's. */
  readonly change?: string;
}
