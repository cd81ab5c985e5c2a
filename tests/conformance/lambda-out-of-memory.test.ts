import { expect, it } from 'vitest';
import { World } from './support/world';

it('[lambda.out-of-memory] the caller is told of the kill, and the peak is the setting', () => {
  for (const body of [
    `const all = []; while (true) all.push(new Array(10_000).fill(event));`,
    `const all = []; while (true) all.push(new Uint8Array(1_000_000).fill(1));`,
    `const all = []; while (true) all.push({ a: 1, b: [2] });`,
  ]) {
    const world = new World({
      code: `let n = 0; export const handler = async (event) => { n++; if (event.ok) return n; ${body} };`,
      properties: { Timeout: 60 },
    });
    world.invoke({ ok: true });
    const outcome = world.invoke();
    expect(outcome.body).toEqual({
      errorType: 'Runtime.OutOfMemory',
      errorMessage: `RequestId: ${outcome.requestId} Error: Runtime exited with error: signal: killed`,
    });
    expect(outcome.maxMemoryUsedMB).toBe(128);
    expect(world.invoke({ ok: true }).body).toBe(1);
    expect(world.cited).toContain('lambda.out-of-memory');
  }
});
