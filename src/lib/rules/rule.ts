/** How sure a rule is: read in the primary source or recorded on AWS; one good secondary source; inference. */
export type Confidence = 'A' | 'B' | 'C';

export interface RuleSource {
  readonly title: string;
  readonly url: string;
}

/** One behaviour or quota of AWS (or of the simulator itself), in our own words. */
export interface Rule {
  /** `lambda.init-limit`: the service, then the behaviour. */
  readonly id: string;
  readonly title: string;
  /** What AWS does, in one to four plain sentences. */
  readonly statement: string;
  /** Its numbers by name, with units: `{ 'Init limit': '10 s' }`. */
  readonly numbers?: Readonly<Record<string, string>>;
  readonly sources: readonly RuleSource[];
  /** When the sources were read: `2026-11-23`. */
  readonly read: string;
  readonly confidence: Confidence;
  /** What older exam texts say, where AWS has moved on. */
  readonly older?: string;
  /** What the simulator leaves out or decides where AWS says nothing. */
  readonly model?: string;
  /** Under which heading the rules page shows it. */
  readonly topic:
    | 'environment'
    | 'runtime'
    | 'errors'
    | 'limits'
    | 'logs'
    | 'billing'
    | 'concurrency'
    | 'invoke'
    | 'simulator';
}
