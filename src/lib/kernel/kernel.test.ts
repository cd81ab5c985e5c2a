import { createMachine, createActor } from 'xstate';
import { describe, expect, it } from 'vitest';
import { Kernel } from './kernel';
import { machineClock } from './machine-clock';
import { microseconds, milliseconds, seconds } from './units';

describe('the kernel', () => {
  it('moves time only by running events, and stops at the time asked for', () => {
    const kernel = new Kernel(1);
    const seen: number[] = [];
    kernel.at(seconds(1), () => seen.push(kernel.now));
    kernel.at(seconds(3), () => seen.push(kernel.now));
    expect(kernel.runUntil(seconds(2))).toBe(true);
    expect(seen).toEqual([1_000_000]);
    expect(kernel.now).toBe(2_000_000);
  });

  it('runs what is scheduled for the past at the present', () => {
    const kernel = new Kernel(1);
    kernel.runUntil(seconds(5));
    let ranAt = -1;
    kernel.at(seconds(1), () => (ranAt = kernel.now));
    kernel.step();
    expect(ranAt).toBe(5_000_000);
  });

  it('pauses between events when asked, with time at the last event run', () => {
    const kernel = new Kernel(1);
    let ran = 0;
    for (let n = 1; n <= 10; n++) kernel.at(milliseconds(n), () => ran++);
    expect(kernel.runUntil(seconds(1), () => ran === 4)).toBe(false);
    expect(kernel.now).toBe(4_000);
    expect(kernel.runUntil(seconds(1))).toBe(true);
    expect(ran).toBe(10);
  });

  it('says so when time stands still', () => {
    const kernel = new Kernel(1);
    const again = () => kernel.after(microseconds(0), again);
    again();
    expect(() => kernel.runUntil(seconds(1))).toThrow(/time stands still/);
  });
});

describe('the machine clock', () => {
  it('gives a machine with a 100 ms ping-pong its ten transitions in a second', () => {
    const kernel = new Kernel(1);
    let transitions = 0;
    const machine = createMachine({
      initial: 'ping',
      states: { ping: { after: { 100: 'pong' } }, pong: { after: { 100: 'ping' } } },
    });
    const actor = createActor(machine, { clock: machineClock(kernel) });
    actor.start();
    actor.subscribe(() => transitions++);
    kernel.runUntil(seconds(1));
    expect(transitions).toBe(10);
  });

  it('never fires a timer that its machine has left behind', () => {
    const kernel = new Kernel(1);
    const machine = createMachine({
      initial: 'waiting',
      states: { waiting: { after: { 100: 'late' }, on: { GO: 'gone' } }, late: {}, gone: {} },
    });
    const actor = createActor(machine, { clock: machineClock(kernel) }).start();
    actor.send({ type: 'GO' });
    kernel.runUntil(seconds(1));
    expect(actor.getSnapshot().value).toBe('gone');
  });
});
