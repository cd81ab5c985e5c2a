import { describe, expect, it } from 'vitest';
import { ALL_RULES, cite, isRuleId, rule, RULES } from './index';
import { BILLING } from './lambda/billing';
import { CONCURRENCY } from './lambda/concurrency';
import { ENVIRONMENT } from './lambda/environment';
import { ERRORS } from './lambda/errors';
import { INVOKE } from './lambda/invoke';
import { LIMITS } from './lambda/limits';
import { LOGS_RULES } from './lambda/logs';
import { RUNTIME } from './lambda/runtime';
import { SANDBOX } from './sandbox';
import { byTopic, CONFIDENCE, TOPIC_TITLES } from './topics';

const documents = Object.keys(import.meta.glob('/docs/**/*.md'));

describe('every rule', () => {
  const every = ALL_RULES.map((each) => [each.id, each] as const);

  it('has an id of its own: a service, a dot, words with hyphens', () => {
    for (const [id, each] of every) {
      expect(id).toMatch(/^(lambda|sandbox)\.[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(ALL_RULES.filter((other) => other.id === id)).toEqual([each]);
    }
  });

  it('has a title of its own, one line without a full stop', () => {
    for (const [id, { title }] of every) {
      expect(title, id).toMatch(/^[A-Z/.][^\n]{8,88}[^.\s]$/);
      expect(ALL_RULES.filter((other) => other.title === title)).toHaveLength(1);
    }
  });

  it('says it in a few whole sentences that a learner can take in', () => {
    for (const [id, { statement, older, model }] of every) {
      expect(statement.length, id).toBeGreaterThanOrEqual(60);
      expect(statement.length, id).toBeLessThanOrEqual(480);
      for (const text of [statement, older, model])
        if (text !== undefined) expect(text, id).toMatch(/^\S.*[.)"]$/);
      expect(statement, id).not.toMatch(/\b(please|simply|just works|leverage|utili[sz]e)\b/i);
    }
  });

  it('names its sources: AWS or whoever measured it, and for the simulator a page of docs', () => {
    for (const [id, { sources, topic }] of every) {
      expect(sources.length, id).toBeGreaterThan(0);
      expect(new Set(sources.map(({ url }) => url)).size, id).toBe(sources.length);
      for (const { title, url } of sources) {
        expect(title.length, id).toBeGreaterThan(10);
        if (topic === 'simulator') expect(documents, id).toContain(`/${url}`);
        else expect(new URL(url).href, id).toBe(url);
        if (topic !== 'simulator') expect(url, id).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\S+$/);
      }
    }
  });

  it('gives pages of AWS’s guide as AWS addresses them', () => {
    const guide =
      /^https:\/\/docs\.aws\.amazon\.com\/lambda\/latest\/(dg\/[a-z0-9-]+|api\/API_[A-Za-z]+)\.html$/;
    for (const [id, { sources }] of every)
      for (const { url } of sources) if (url.includes('docs.aws')) expect(url, id).toMatch(guide);
  });

  it('says when its sources were read, and how sure it is', () => {
    for (const [id, { read, confidence }] of every) {
      expect(read, id).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(new Date(read).toISOString(), id).toContain(read);
      expect(Object.keys(CONFIDENCE), id).toContain(confidence);
    }
  });

  it('gives numbers with what they are', () => {
    for (const [id, { numbers = {} }] of every)
      for (const [name, value] of Object.entries(numbers)) {
        expect(name.length, id).toBeGreaterThan(2);
        expect(value, id).toMatch(/\d|=/);
      }
  });
});

describe('the set of rules', () => {
  it('loses no rule when its parts are put together: no id is used twice', () => {
    const parts = [
      ENVIRONMENT,
      CONCURRENCY,
      INVOKE,
      RUNTIME,
      ERRORS,
      LIMITS,
      LOGS_RULES,
      BILLING,
      SANDBOX,
    ].map((part) => Object.keys(part).length);
    expect(ALL_RULES).toHaveLength(parts.reduce((sum, size) => sum + size, 0));
  });

  it('is looked up by id', () => {
    expect(rule('lambda.init-limit').title).toContain('10 seconds');
    expect(isRuleId('lambda.init-limit')).toBe(true);
    expect(isRuleId('lambda.no-such-rule')).toBe(false);
    expect(isRuleId('constructor')).toBe(false);
    for (const [id, each] of Object.entries(RULES)) expect(each.id).toBe(id);
  });

  it('is cited by a frozen list, which the trace may keep', () => {
    const cited = cite('lambda.cold-start', 'lambda.init-phase');
    expect(cited).toEqual(['lambda.cold-start', 'lambda.init-phase']);
    expect(Object.isFrozen(cited)).toBe(true);
    // @ts-expect-error a rule that does not exist is a type error
    cite('lambda.no-such-rule');
  });

  it('is shown whole, each topic under its title', () => {
    const topics = byTopic();
    expect(
      topics
        .flatMap(({ rules }) => rules)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(RULES).sort());
    expect(topics.map(({ title }) => title)).toEqual(Object.values(TOPIC_TITLES));
  });
});
