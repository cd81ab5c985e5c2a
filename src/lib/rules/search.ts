import type { Rule } from './rule';
import { TOPIC_TITLES } from './topics';

const texts = new WeakMap<Rule, string>();

/** Everything that a rule can be found by. */
function textOf(rule: Rule): string {
  let text = texts.get(rule);
  if (text === undefined) {
    const numbers = Object.entries(rule.numbers ?? {}).flat();
    const sources = rule.sources.map(({ title }) => title);
    text = plain(
      [
        rule.id,
        rule.title,
        rule.statement,
        rule.older,
        rule.model,
        TOPIC_TITLES[rule.topic],
        ...numbers,
        ...sources,
      ].join('\n'),
    );
    texts.set(rule, text);
  }
  return text;
}

/** Rules that hold every word of the query (a part of a word will do), in their own order. */
export function searchRules(rules: readonly Rule[], query: string): readonly Rule[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return rules.filter((rule) => words.every((word) => textOf(rule).includes(word)));
}

/** Case, thousands separators and the kind of quotation mark do not matter. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d)[,_ ](?=\d{3}\b)/g, '$1')
    .replace(/[‘’]/g, "'");
}
