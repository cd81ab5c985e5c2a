import type { Quantiles } from '$lib/kernel/random';

/**
 * Times and sizes measured on AWS for a function that does nothing. Source: lambda-perf, 28 May to 22 August 2026,
 * about 770 cold starts a cell, zip packages (rule lambda.init-duration); what is inferred says so.
 */

export type MeasuredRuntime = 'nodejs20.x' | 'nodejs22.x' | 'nodejs24.x';
export type MeasuredArchitecture = 'x86_64' | 'arm64';
type PerRuntime<T> = Readonly<Record<MeasuredRuntime, T>>;
type PerArchitecture<T> = Readonly<Record<MeasuredArchitecture, T>>;

/**
 * Init Duration in milliseconds. Measured: the quantiles 0.5, 0.9 and 0.99; the two ends are inferred (rare outliers
 * up to 1 s and more are left out). On arm64 only Node.js 24 was measured; the others follow in its proportion.
 */
export const INIT_DURATION_MS: PerRuntime<PerArchitecture<Quantiles>> = {
  'nodejs20.x': {
    x86_64: quantiles(118, 146, 171, 225, 340),
    arm64: quantiles(107, 127, 136, 187, 280),
  },
  'nodejs22.x': {
    x86_64: quantiles(117, 145, 172, 222, 340),
    arm64: quantiles(106, 126, 136, 185, 280),
  },
  'nodejs24.x': {
    x86_64: quantiles(113, 141, 173, 220, 340),
    arm64: quantiles(104, 123, 137, 183, 280),
  },
};

/** From asking for a new environment to the start of its Init, in milliseconds: inferred, and in no AWS figure. */
export const PLATFORM_START_MS: Quantiles = [
  [0, 100],
  [1, 150],
];

/** Memory in MB against the Duration in milliseconds of an empty handler, rising in memory. */
export type DurationByMemory = readonly (readonly [memoryMb: number, durationMs: number])[];

/** The first invocation in an environment: averages. On arm64 only Node.js 24 was measured, as above. */
export const FIRST_DURATION_MS: PerRuntime<PerArchitecture<DurationByMemory>> = {
  'nodejs20.x': {
    x86_64: byMemory(11.5, 3.3, 3.2, 3.2),
    arm64: byMemory(12.9, 3.7, 3.5, 3.5),
  },
  'nodejs22.x': {
    x86_64: byMemory(12.5, 3.5, 3.5, 3.4),
    arm64: byMemory(14, 4, 3.8, 3.7),
  },
  'nodejs24.x': {
    x86_64: byMemory(22.5, 6.9, 3.9, 3.75),
    arm64: byMemory(25.2, 7.8, 4.1, 4.05),
  },
};

/** Any later invocation: inferred from single REPORT lines, alike for all three runtimes. */
export const WARM_DURATION_MS: DurationByMemory = byMemory(1.9, 1.5, 1.3, 1.2);

/** Max Memory Used of an empty function in MB. */
export const BASE_MEMORY_MB: PerRuntime<PerArchitecture<number>> = {
  'nodejs20.x': { x86_64: 67, arm64: 70 },
  'nodejs22.x': { x86_64: 74, arm64: 77 },
  'nodejs24.x': { x86_64: 76, arm64: 79 },
};

/**
 * When an idle environment was found gone, in minutes, in January 2021: 0.3 % by 5 minutes, 40.6 % at 6, all at 7.
 * Source: Mikhail Shilkov (rule lambda.idle-reclaim).
 */
export const IDLE_RECLAIM_MINUTES: Quantiles = [
  [0, 3],
  [0.003, 5],
  [0.406, 6],
  [1, 7],
];

/** Reads a table at a memory setting: straight lines between its points, level beyond its ends. */
export function durationAt(table: DurationByMemory, memoryMb: number): number {
  let below = table[0];
  for (const point of table) {
    if (!below || point[0] > memoryMb) {
      if (!below || point === below) return point[1];
      const share = (memoryMb - below[0]) / (point[0] - below[0]);
      return below[1] + (point[1] - below[1]) * share;
    }
    below = point;
  }
  if (!below) throw new Error('a table of durations has at least one point');
  return below[1];
}

function quantiles(least: number, p50: number, p90: number, p99: number, most: number): Quantiles {
  return [
    [0, least],
    [0.5, p50],
    [0.9, p90],
    [0.99, p99],
    [1, most],
  ];
}

/** The four memory settings that were measured. */
function byMemory(at128: number, at256: number, at512: number, at1024: number): DurationByMemory {
  return [
    [128, at128],
    [256, at256],
    [512, at512],
    [1024, at1024],
  ];
}
