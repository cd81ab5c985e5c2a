import { ALL_RULES } from './index';
import type { Confidence, Rule } from './rule';

/** What each topic is called, in the order in which they are shown. */
export const TOPIC_TITLES: Readonly<Record<Rule['topic'], string>> = {
  environment: 'Execution environments',
  concurrency: 'Concurrency',
  invoke: 'Invoking a function',
  runtime: 'The Node.js runtime',
  errors: 'Errors',
  limits: 'Limits and settings',
  logs: 'Logs',
  billing: 'Billing',
  simulator: 'The simulator itself',
};

/** What each degree of confidence means: in a word, and in a sentence. */
export const CONFIDENCE: Readonly<Record<Confidence, { readonly word: string; readonly meaning: string }>> = {
  A: { word: 'confirmed', meaning: 'Read in AWS’s own documentation or source code, or recorded on AWS.' },
  B: { word: 'likely', meaning: 'One good secondary source, or a close reading of source code.' },
  C: { word: 'inferred', meaning: 'An inference or common experience. Do not build on it.' },
};

export interface TopicRules {
  readonly topic: Rule['topic'];
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Rules by topic, topics without any left out. */
export function byTopic(rules: readonly Rule[] = ALL_RULES): readonly TopicRules[] {
  return Object.entries(TOPIC_TITLES).flatMap(([key, title]) => {
    const ofTopic = rules.filter(({ topic }) => topic === key);
    const [first] = ofTopic;
    return first ? [{ topic: first.topic, title, rules: ofTopic }] : [];
  });
}
