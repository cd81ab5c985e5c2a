import { describe, expect, it } from 'vitest';
import { ALL_RULES } from './index';
import { searchRules } from './search';
import { byTopic } from './topics';

const found = (query: string) => searchRules(ALL_RULES, query).map(({ id }) => id);

describe('searching the rules', () => {
  it('finds everything when nothing is asked', () => {
    expect(found('')).toHaveLength(ALL_RULES.length);
    expect(found('   ')).toHaveLength(ALL_RULES.length);
  });

  it('finds by id, by title, by statement, by number, by topic and by what older texts say', () => {
    expect(found('lambda.init-limit')).toEqual(['lambda.init-limit']);
    expect(found('mjs')).toContain('lambda.module-format');
    expect(found('Task timed out')).toContain('lambda.timeout');
    expect(found('6,291,456')).toContain('lambda.request-payload-limit');
    expect(found('billing')).toContain('lambda.free-tier');
    expect(found('100 ms')).toContain('lambda.billed-duration');
  });

  it('wants every word, in whatever order and case', () => {
    expect(found('TMP timeout')).toContain('lambda.reset-after-failure');
    expect(found('timeout tmp')).toEqual(found('TMP timeout'));
    expect(found('tmp timeout').length).toBeLessThan(found('tmp').length);
  });

  it('reads 10,240 and 10240 alike', () => {
    expect(found('10240')).toEqual(found('10,240'));
    expect(found('10240')).toContain('lambda.memory-setting');
  });

  it('takes the query as it is written: it is no pattern', () => {
    expect(found('.*')).toEqual([]);
    expect(found('(((')).toEqual([]);
    expect(found('<script>')).toEqual([]);
  });

  it('keeps the order of the rules, and leaves out topics without a hit', () => {
    const order = ALL_RULES.map(({ id }) => id);
    expect(found('init')).toEqual(order.filter((id) => found('init').includes(id as never)));
    expect(byTopic(searchRules(ALL_RULES, 'lambda.free-tier')).map(({ topic }) => topic)).toEqual([
      'billing',
    ]);
    expect(byTopic([])).toEqual([]);
  });
});
