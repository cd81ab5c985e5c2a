import { BILLING } from './lambda/billing';
import { CONCURRENCY } from './lambda/concurrency';
import { ENVIRONMENT } from './lambda/environment';
import { ERRORS } from './lambda/errors';
import { INVOKE } from './lambda/invoke';
import { LIMITS } from './lambda/limits';
import { LOGS_RULES } from './lambda/logs';
import { RUNTIME } from './lambda/runtime';
import type { Rule } from './rule';
import { SANDBOX } from './sandbox';

/** Every rule by its id, in the order in which the rules page shows them. */
export const RULES = {
  ...ENVIRONMENT,
  ...CONCURRENCY,
  ...INVOKE,
  ...RUNTIME,
  ...ERRORS,
  ...LIMITS,
  ...LOGS_RULES,
  ...BILLING,
  ...SANDBOX,
} as const satisfies Readonly<Record<string, Rule>>;

/** The ids of all rules: to cite one that does not exist is a type error. */
export type RuleId = keyof typeof RULES;

export const ALL_RULES: readonly Rule[] = Object.freeze(Object.values<Rule>(RULES));

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}

export function rule(id: RuleId): Rule {
  return RULES[id];
}

/**
 * The rules that a decision rests on, for a trace record. Call it once, at module level: the trace knows the frozen
 * array again by identity.
 */
export function cite(...ids: RuleId[]): readonly RuleId[] {
  return Object.freeze(ids);
}
