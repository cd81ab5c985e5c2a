import { describe, expect, it } from 'vitest';
import { RandomStream } from '$lib/kernel/random';
import {
  BASE_MEMORY_MB,
  durationAt,
  FIRST_DURATION_MS,
  IDLE_RECLAIM_MINUTES,
  INIT_DURATION_MS,
  PLATFORM_START_MS,
  WARM_DURATION_MS,
} from './measurements';
import { ADJUSTABLE_QUOTAS, QuotaError, quotaFault, quotas } from './quotas';

describe('profiles of quotas', () => {
  it('aws-2026 bills Init and has a thousand concurrent executions', () => {
    expect(quotas('aws-2026')).toMatchObject({
      concurrentExecutions: 1_000,
      initLimitUs: 10_000_000,
      idleReclaimUs: 360_000_000,
      initIsBilled: true,
      billingStepMs: 1,
    });
  });

  it('exam-notes differs in one thing: Init is free', () => {
    expect(quotas('exam-notes')).toEqual({ ...quotas('aws-2026'), initIsBilled: false });
  });

  it('a scenario may set a quota, in the unit of its name', () => {
    const set = quotas('aws-2026', { ConcurrentExecutions: 10, InitLimit: 0.5, IdleReclaim: 300 });
    expect(set).toMatchObject({ concurrentExecutions: 10, initLimitUs: 500_000, idleReclaimUs: 300_000_000 });
    expect(quotas('aws-2026').concurrentExecutions).toBe(1_000);
  });

  it('nobody can change the quotas that are given out', () => {
    expect(Object.isFrozen(quotas('exam-notes'))).toBe(true);
    expect(Object.isFrozen(quotas('aws-2026', { InitLimit: 1 }))).toBe(true);
  });

  it('every adjustable quota takes both ends of its range and its own default, and nothing beyond', () => {
    for (const [name, { set, unit, least, most }] of Object.entries(ADJUSTABLE_QUOTAS)) {
      for (const value of [least, most]) {
        expect(quotas('aws-2026', { [name]: value })).toMatchObject(set(value));
      }
      const key = Object.keys(set(1)).join();
      const standard = Number(Reflect.get(quotas('aws-2026'), key)) / (unit === 'seconds' ? 1_000_000 : 1);
      expect(quotas('aws-2026', { [name]: standard })).toEqual(quotas('aws-2026'));
      expect(quotaFault(name, least - 0.01)).toBeDefined();
      expect(quotaFault(name, most + 1)).toBeDefined();
    }
  });

  it.each([
    ['Concurrency', 10, 'There is no quota Concurrency. Known: ConcurrentExecutions, InitLimit'],
    ['toString', 10, 'There is no quota toString'],
    [
      'ConcurrentExecutions',
      0,
      'ConcurrentExecutions must be a whole number of executions from 1 to 100000, not 0.',
    ],
    ['ConcurrentExecutions', 1.5, 'must be a whole number of executions'],
    ['IdleReclaim', Number.NaN, 'IdleReclaim must be a number of seconds from 1 to 86400, not NaN.'],
    ['InitLimit', Infinity, 'not Infinity.'],
  ])('an override of %s to %d is refused with its reason', (name, value, reason) => {
    expect(quotaFault(name, value)).toContain(reason);
    expect(() => quotas('aws-2026', { [name]: value })).toThrow(QuotaError);
  });

  it('an unknown profile is refused with the known ones', () => {
    expect(() => quotas('aws-2019')).toThrow(
      'There is no profile of quotas aws-2019. Known: aws-2026, exam-notes.',
    );
  });
});

describe('measurements', () => {
  const distributions = [
    PLATFORM_START_MS,
    IDLE_RECLAIM_MINUTES,
    ...Object.values(INIT_DURATION_MS).flatMap(Object.values<typeof PLATFORM_START_MS>),
  ];

  it('every distribution rises from probability 0 to 1', () => {
    for (const distribution of distributions) {
      expect(distribution.at(0)?.[0]).toBe(0);
      expect(distribution.at(-1)?.[0]).toBe(1);
      for (const side of [0, 1] as const) {
        const values = distribution.map((pair) => pair[side]);
        expect(values).toEqual([...values].sort((a, b) => a - b));
        expect(new Set(values).size).toBe(values.length);
      }
    }
  });

  it('[lambda.init-duration] half of the draws for Node.js 24 lie under 141 ms, nine in ten under 173 ms', () => {
    const stream = new RandomStream(1, 'init');
    const draws = Array.from({ length: 20_000 }, () =>
      stream.fromQuantiles(INIT_DURATION_MS['nodejs24.x'].x86_64),
    );
    const share = (limit: number) => draws.filter((value) => value <= limit).length / draws.length;
    expect(share(141)).toBeCloseTo(0.5, 1);
    expect(share(173)).toBeCloseTo(0.9, 1);
    expect(share(220)).toBeCloseTo(0.99, 1);
  });

  it('[lambda.runtime-overhead] the first invocation takes longer than a warm one, and less memory makes it longer', () => {
    for (const tables of Object.values(FIRST_DURATION_MS))
      for (const table of Object.values(tables))
        for (const memory of [128, 200, 256, 512, 1_024, 10_240]) {
          expect(durationAt(table, memory)).toBeGreaterThan(durationAt(WARM_DURATION_MS, memory));
          expect(durationAt(table, memory)).toBeGreaterThanOrEqual(durationAt(table, memory + 100));
        }
  });

  it('a duration between two measured settings lies on the line between them, and level beyond', () => {
    const table = FIRST_DURATION_MS['nodejs24.x'].x86_64;
    expect(durationAt(table, 128)).toBe(22.5);
    expect(durationAt(table, 192)).toBeCloseTo((22.5 + 6.9) / 2);
    expect(durationAt(table, 1_024)).toBe(3.75);
    expect(durationAt(table, 10_240)).toBe(3.75);
    expect(durationAt(table, 64)).toBe(22.5);
  });

  it('an empty function fits into the least memory setting', () => {
    for (const sizes of Object.values(BASE_MEMORY_MB))
      for (const size of Object.values(sizes)) expect(size).toBeLessThan(128);
  });
});
