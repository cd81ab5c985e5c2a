import { describe, expect, it } from 'vitest';
import { s, World } from './support/world';

const handler = (body: string) => `export const handler = async (event) => { ${body} };`;
const FULL = { MemorySize: 1_769, Timeout: 900 };

describe('the simulator itself', () => {
  it('[sandbox.cpu-meter] twice the work takes twice the time, and the same work always the same', () => {
    const work = (rounds: number) => {
      const world = new World({
        code: handler(`let x = 0; for (let i = 0; i < ${rounds}; i++) x ^= i; return x;`),
        properties: FULL,
      });
      world.invoke();
      return world.invoke().durationMs!;
    };
    const base = work(0);
    expect(work(500_000)).toBe(work(500_000));
    expect((work(1_000_000) - base) / (work(500_000) - base)).toBeCloseTo(2, 1);
    // One branch a round at least: 50 ticks of 100 µs.
    expect(work(500_000) - base).toBeGreaterThanOrEqual(5);
  });

  it('[sandbox.loop-acceleration] an endless loop reaches a timeout of 15 minutes within seconds, at the same point', () => {
    const run = () => {
      const started = performance.now();
      const outcome = new World({ code: handler('while (true);'), properties: FULL }).invoke();
      return { outcome, tookMs: performance.now() - started };
    };
    const [one, two] = [run(), run()];
    expect(one.outcome.body).toMatchObject({
      errorMessage: expect.stringContaining('timed out after 900.00 seconds'),
    });
    expect(two.outcome.durationMs).toBe(one.outcome.durationMs);
    expect(one.tookMs).toBeLessThan(15_000);
  });

  it('[sandbox.memory-meter] memory used is the base of the runtime plus what the code holds', () => {
    const world = new World({
      code: `const held = new Uint8Array(50 * 1_048_576).fill(1); export const handler = async () => held.length;`,
      properties: { MemorySize: 512 },
    });
    const { maxMemoryUsedMB } = world.invoke();
    expect(maxMemoryUsedMB).toBeGreaterThanOrEqual(76 + 50);
    expect(maxMemoryUsedMB).toBeLessThan(76 + 60);
  });

  it('[sandbox.log-flood] a flood of lines is cut, the log says so, and the code goes on', () => {
    const world = new World({
      code: handler(`for (let i = 0; i < 12_000; i++) console.log('line', i); return 'done';`),
      properties: FULL,
    });
    const outcome = world.invoke();
    expect(outcome.body).toBe('done');
    expect(outcome.log.length).toBeLessThan(10_010);
    expect(outcome.log.join('\n')).toContain('2000 more log lines are not shown');
  });

  it('[sandbox.no-network] fetch, http and net fail with an error that says why', () => {
    const world = new World({
      code: handler(`
        const said = [];
        try { await fetch('https://example.com'); } catch (error) { said.push(String(error) + ' ' + String(error.cause ?? '')); }
        for (const name of ['node:http', 'node:https', 'node:net'])
          try { const m = await import(name); m.get ? m.get('http://example.com') : m.connect(80); said.push('?'); }
          catch (error) { said.push(error.message); }
        return said;`),
    });
    const said = world.invoke().body as string[];
    expect(said).toHaveLength(4);
    for (const text of said) expect(text).toMatch(/network|does not have|Cannot find/i);
  });

  it('[sandbox.typescript] types are taken off, and an error names the line of the source', () => {
    const world = new World({
      code: {
        'index.mts': [
          'interface Order {',
          '  readonly id: string;',
          '}',
          'export const handler = async (event: Order): Promise<string> => {',
          `  if (!event.id) throw new Error('no id' as string);`,
          '  return event.id satisfies string;',
          '};',
        ].join('\n'),
      },
    });
    expect(world.invoke({ id: 'o-1' }).body).toBe('o-1');
    expect(world.invoke().position).toMatchObject({ file: 'index.mts', line: 5 });
  });

  it('[sandbox.virtual-time] clocks show the simulation, and chance comes from its seed', () => {
    const code = handler(`
      const from = [Date.now(), performance.now()];
      await new Promise((done) => setTimeout(done, 1_000));
      return { passed: [Date.now() - from[0], performance.now() - from[1]], at: from[0], drawn: [Math.random(), crypto.randomUUID()] };`);
    type Body = { passed: [number, number]; at: number; drawn: unknown[] };
    const world = new World({ code });
    const first = world.invoke().body as Body;
    for (const passed of first.passed) {
      expect(passed).toBeGreaterThanOrEqual(999);
      expect(passed).toBeLessThan(1_010);
    }
    world.wait(s(60));
    const second = world.invoke().body as Body;
    expect(second.at - first.at).toBeGreaterThan(60_000);
    expect(second.at - first.at).toBeLessThan(63_000);
    expect(second.drawn).not.toEqual(first.drawn);
    expect((new World({ code }).invoke().body as Body).drawn).toEqual(first.drawn);
    expect((new World({ code, seed: 8 }).invoke().body as Body).drawn).not.toEqual(first.drawn);
  });

  it('[sandbox.virtual-time] the same scenario leaves the same trace, to the byte', () => {
    const run = () => {
      const world = new World({ code: handler(`console.log(Math.random()); return event;`) });
      world.invokeAtOnce(5, { a: 1 });
      world.wait(s(600));
      world.invoke();
      return world.simulation.trace.hash();
    };
    expect(run()).toBe(run());
  });
});
