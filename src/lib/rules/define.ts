import type { Rule } from './rule';

/** A rule as its topic's file writes it: the id is its key, the topic is the file's. */
export type RuleText = Omit<Rule, 'id' | 'topic' | 'read'> & Partial<Pick<Rule, 'read'>>;

/** When the sources of the first set of rules were read. */
const READ = '2026-11-23';

/** Rules of one topic, with their ids as literal types. */
export function defineRules<const Rules extends Readonly<Record<string, RuleText>>>(
  topic: Rule['topic'],
  rules: Rules,
): Readonly<Record<keyof Rules & string, Rule>> {
  const defined: Record<string, Rule> = {};
  for (const [id, text] of Object.entries(rules)) defined[id] = { read: READ, ...text, id, topic };
  // Sound: `defined` has exactly the keys of `rules`.
  return defined as Record<keyof Rules & string, Rule>;
}
