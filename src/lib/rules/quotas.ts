import { minutes, seconds, type Microseconds } from '$lib/kernel/units';

/** `aws-2026`: AWS as it is today. `exam-notes`: where AWS moved on and exam notes did not, what the notes say. */
export const QUOTA_PROFILES = ['aws-2026', 'exam-notes'] as const;
export type QuotaProfile = (typeof QUOTA_PROFILES)[number];

/** Every limit and billing rule that the simulator applies, in the unit that its name ends with. */
export interface QuotaValues {
  /** Concurrent executions of the account in the region (rule lambda.account-concurrency). */
  readonly concurrentExecutions: number;
  /** How long Init may take on demand (rule lambda.init-limit). */
  readonly initLimitUs: Microseconds;
  /** How long a free environment is kept (rule lambda.idle-reclaim): one value, so that lessons repeat. */
  readonly idleReclaimUs: Microseconds;
  /** How old an environment may become, however busy (rule lambda.maximum-age). */
  readonly maximumEnvironmentAgeUs: Microseconds;
  /** Largest event of a synchronous invocation (rule lambda.request-payload-limit). */
  readonly requestPayloadBytes: number;
  /** Largest response (rule lambda.response-payload-limit). */
  readonly responsePayloadBytes: number;
  /** Whether Init Duration is part of the billed duration (rule lambda.billed-init). */
  readonly initIsBilled: boolean;
  /** Billed duration is rounded up to a multiple of this (rule lambda.billed-duration). */
  readonly billingStepMs: number;
}

const AWS_2026: QuotaValues = Object.freeze({
  concurrentExecutions: 1_000,
  initLimitUs: seconds(10),
  idleReclaimUs: minutes(6),
  maximumEnvironmentAgeUs: minutes(120),
  requestPayloadBytes: 6_291_456,
  responsePayloadBytes: 6_291_556,
  initIsBilled: true,
  billingStepMs: 1,
});

const PROFILES: Readonly<Record<QuotaProfile, QuotaValues>> = {
  'aws-2026': AWS_2026,
  // Notes for today's exams know the billing by the millisecond (of December 2020), not the billed Init (of August 2025).
  'exam-notes': Object.freeze({ ...AWS_2026, initIsBilled: false }),
};

interface Adjustable {
  readonly set: (value: number) => Partial<QuotaValues>;
  /** What a number in a scenario file means. */
  readonly unit: 'executions' | 'seconds' | 'bytes';
  readonly least: number;
  readonly most: number;
}

/** The quotas that a scenario may set, by the name that it uses. */
export const ADJUSTABLE_QUOTAS: Readonly<Record<string, Adjustable>> = {
  ConcurrentExecutions: {
    set: (value) => ({ concurrentExecutions: value }),
    unit: 'executions',
    least: 1,
    most: 100_000,
  },
  InitLimit: { set: (value) => ({ initLimitUs: seconds(value) }), unit: 'seconds', least: 0.1, most: 900 },
  IdleReclaim: {
    set: (value) => ({ idleReclaimUs: seconds(value) }),
    unit: 'seconds',
    least: 1,
    most: 86_400,
  },
  MaximumEnvironmentAge: {
    set: (value) => ({ maximumEnvironmentAgeUs: seconds(value) }),
    unit: 'seconds',
    least: 60,
    most: 604_800,
  },
  RequestPayload: {
    set: (value) => ({ requestPayloadBytes: value }),
    unit: 'bytes',
    least: 1,
    most: 6_291_456,
  },
  ResponsePayload: {
    set: (value) => ({ responsePayloadBytes: value }),
    unit: 'bytes',
    least: 1,
    most: 6_291_556,
  },
};

export type QuotaOverrides = Readonly<Record<string, number>>;

/** A profile that does not exist, or an override that is unknown or out of range. `message` says which. */
export class QuotaError extends Error {
  override readonly name = 'QuotaError';
}

export function isQuotaProfile(text: string): text is QuotaProfile {
  return QUOTA_PROFILES.some((profile) => profile === text);
}

/** Why an override cannot be used, as one sentence; undefined if it can. */
export function quotaFault(name: string, value: number): string | undefined {
  const quota = Object.hasOwn(ADJUSTABLE_QUOTAS, name) ? ADJUSTABLE_QUOTAS[name] : undefined;
  if (!quota) return `There is no quota ${name}. Known: ${Object.keys(ADJUSTABLE_QUOTAS).join(', ')}.`;
  const { unit, least, most } = quota;
  const whole = unit === 'seconds' || Number.isInteger(value);
  if (whole && value >= least && value <= most) return undefined;
  return `${name} must be ${unit === 'seconds' ? 'a number' : 'a whole number'} of ${unit} from ${least} to ${most}, not ${value}.`;
}

/**
 * The quotas of a profile with a scenario's overrides: `quotas('aws-2026', { ConcurrentExecutions: 10 })`.
 * @throws QuotaError
 */
export function quotas(profile: string, overrides: QuotaOverrides = {}): QuotaValues {
  if (!isQuotaProfile(profile))
    throw new QuotaError(`There is no profile of quotas ${profile}. Known: ${QUOTA_PROFILES.join(', ')}.`);
  let changes: Partial<QuotaValues> = {};
  for (const [name, value] of Object.entries(overrides)) {
    const fault = quotaFault(name, value);
    if (fault !== undefined) throw new QuotaError(fault);
    changes = { ...changes, ...ADJUSTABLE_QUOTAS[name]?.set(value) };
  }
  return Object.freeze({ ...PROFILES[profile], ...changes });
}
