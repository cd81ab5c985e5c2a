import { describe, expect, it } from 'vitest';
import { World } from './support/world';

const WORK = `export const handler = async ({ wait = 10, fail }) => { await new Promise((done) => setTimeout(done, wait)); if (fail) throw new Error('boom'); };`;

describe('the bill', () => {
  it('[lambda.billed-duration] duration is rounded up to the next millisecond, for failures too', () => {
    const world = new World({ code: WORK });
    world.invoke();
    for (const event of [{ wait: 10 }, { wait: 123 }, { wait: 5, fail: true }]) {
      const { durationMs, billedMs } = world.invoke(event);
      expect(billedMs).toBe(Math.ceil(durationMs!));
    }
    expect(world.cited).toContain('lambda.billed-duration');
  });

  it('[lambda.billed-duration] a timeout is billed as long as it took, with its Init', () => {
    const { durationMs, initMs, billedMs } = new World({ code: WORK }).invoke({ wait: 60_000 });
    expect(durationMs).toBeGreaterThanOrEqual(3_000);
    expect(billedMs).toBe(Math.ceil(durationMs! + initMs!));
  });

  it('[lambda.billed-init] a cold start is billed with its Init; the exam notes leave it out', () => {
    const today = new World({ code: WORK });
    const cold = today.invoke();
    expect(cold.billedMs).toBe(Math.ceil(cold.durationMs! + cold.initMs!));
    expect(today.cited).toContain('lambda.billed-init');
    const notes = new World({ code: WORK, quotas: 'exam-notes' });
    const free = notes.invoke();
    expect(free.initMs).toBeGreaterThan(0);
    expect(free.billedMs).toBe(Math.ceil(free.durationMs!));
  });

  it.each([
    ['x86_64', 0.0000166667],
    ['arm64', 0.0000133334],
  ])(
    '[lambda.duration-price] [lambda.request-price] on %s the bill is requests and GB-seconds',
    (architecture, price) => {
      const world = new World({
        code: WORK,
        properties: { MemorySize: 2_048, Architectures: [architecture] },
      });
      const billed = [world.invoke(), world.invoke({ wait: 500 }), world.invoke({ fail: true })].map(
        ({ billedMs }) => billedMs!,
      );
      const gbSeconds = (billed.reduce((sum, one) => sum + one, 0) / 1_000) * 2;
      const { bill } = world.views;
      expect(bill.view.requests).toBe(3);
      expect(bill.view.gbSeconds).toBeCloseTo(gbSeconds, 9);
      expect(bill.view.usd).toBeCloseTo(gbSeconds * price + 3 * 0.0000002, 10);
    },
  );
});
