import { picoDollars, type PicoDollars } from '$lib/kernel/units';
import type { MeasuredArchitecture } from './measurements';

/**
 * AWS's list prices in us-east-1, in whole 10⁻¹² dollars: first tier, before the free tier.
 * Source: https://aws.amazon.com/lambda/pricing/ (rules lambda.request-price and lambda.duration-price).
 */
export const PRICES = {
  /** 0.20 USD per million. */
  request: picoDollars(200_000),
  /** Per GB-second: 0.0000166667 and 0.0000133334 USD. */
  gbSecond: {
    x86_64: picoDollars(16_666_700),
    arm64: picoDollars(13_333_400),
  },
  /** Per GB-second of /tmp beyond 512 MB: 0.0000000309 USD. */
  tmpGbSecond: picoDollars(30_900),
} as const;

/** Requests and GB-seconds that are free in each month. */
export const FREE_TIER = { requests: 1_000_000, gbSeconds: 400_000 } as const;

const TMP_FREE_MB = 512;

/** What a billed duration costs: GB-seconds are billed ms ÷ 1,000 × MB ÷ 1,024. */
export function durationPrice(
  billedMs: number,
  memoryMb: number,
  architecture: MeasuredArchitecture,
): PicoDollars {
  return picoDollars((billedMs * memoryMb * PRICES.gbSecond[architecture]) / 1_024_000);
}

/** What /tmp costs during a billed duration: only what was set beyond 512 MB. */
export function tmpPrice(billedMs: number, ephemeralStorageMb: number): PicoDollars {
  const billedMb = Math.max(0, ephemeralStorageMb - TMP_FREE_MB);
  return picoDollars((billedMs * billedMb * PRICES.tmpGbSecond) / 1_024_000);
}
