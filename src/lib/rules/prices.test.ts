import { describe, expect, it } from 'vitest';
import { durationPrice, FREE_TIER, PRICES, tmpPrice } from './prices';

const usd = (pico: number) => pico / 1e12;

/** The price page gives a millisecond to ten places of a dollar, rounded. */
describe('prices against the table of the pricing page', () => {
  it.each([
    [128, 'x86_64', 0.0000000021],
    [512, 'x86_64', 0.0000000083],
    [1_024, 'x86_64', 0.0000000167],
    [1_536, 'x86_64', 0.000000025],
    [10_240, 'x86_64', 0.0000001667],
    [128, 'arm64', 0.0000000017],
    [1_024, 'arm64', 0.0000000133],
    [1_536, 'arm64', 0.00000002],
    [10_240, 'arm64', 0.0000001333],
  ] as const)(
    '[lambda.duration-price] a millisecond of %d MB on %s costs %d USD',
    (memory, architecture, price) => {
      expect(usd(durationPrice(1, memory, architecture)).toFixed(10)).toBe(price.toFixed(10));
    },
  );
});

describe('prices against the worked examples of the pricing page', () => {
  it('[lambda.request-price] [lambda.free-tier] the mobile app costs 2.73 USD', () => {
    const billedMs = 3_000_000 * 120;
    const gbSeconds = (billedMs / 1_000) * 1.5;
    expect(gbSeconds).toBe(540_000);
    const freeMs = (FREE_TIER.gbSeconds / 1.5) * 1_000;
    const cost =
      durationPrice(billedMs - freeMs, 1_536, 'x86_64') + (3_000_000 - FREE_TIER.requests) * PRICES.request;
    expect(usd(cost).toFixed(2)).toBe('2.73');
  });

  it('[lambda.request-price] the telemetry of 10,000 vehicles costs 249.49 USD', () => {
    const requests = 10_000 * 24 * 31;
    const cost = durationPrice(requests * 2_000, 1_024, 'x86_64') + requests * PRICES.request;
    expect(usd(cost).toFixed(2)).toBe('249.49');
  });

  it('2 GB of /tmp beside 6 million requests of 280 ms cost 8 cents', () => {
    expect(usd(tmpPrice(6_000_000 * 280, 2_048)).toFixed(2)).toBe('0.08');
    expect(tmpPrice(1_000_000, 512)).toBe(0);
  });
});
