import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './event-queue';
import { microseconds } from './units';

function drain(queue: EventQueue): void {
  for (let event = queue.pop(); event; event = queue.pop()) event.run();
}

describe('the event queue', () => {
  it('runs events in the order of their times, equal times in the order of scheduling', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const queue = new EventQueue();
        const ran: (readonly [number, number])[] = [];
        times.forEach((time, index) => queue.add(microseconds(time), () => ran.push([time, index])));
        drain(queue);
        expect(ran).toEqual(
          times.map((time, index) => [time, index] as const).sort(([a, i], [b, j]) => a - b || i - j),
        );
      }),
    );
  });

  it('never runs a cancelled event, and does not count it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean())), (plan) => {
        const queue = new EventQueue();
        const ran: number[] = [];
        const events = plan.map(([time], index) => queue.add(microseconds(time), () => ran.push(index)));
        plan.forEach(([, cancel], index) => {
          const event = events[index];
          if (cancel && event) queue.cancel(event);
        });
        expect(queue.size).toBe(plan.filter(([, cancel]) => !cancel).length);
        drain(queue);
        expect(ran.toSorted((a, b) => a - b)).toEqual(
          plan.flatMap(([, cancel], index) => (cancel ? [] : [index])),
        );
      }),
    );
  });

  it('keeps the heap small however many events are cancelled', () => {
    const queue = new EventQueue();
    const kept = queue.add(microseconds(1_000_000), () => undefined);
    for (let n = 0; n < 100_000; n++) queue.cancel(queue.add(microseconds(n), () => undefined));
    expect(queue.size).toBe(1);
    expect(queue.peek()).toBe(kept);
  });

  it('ignores cancelling an event that has run', () => {
    const queue = new EventQueue();
    const event = queue.add(microseconds(1), () => undefined);
    queue.add(microseconds(2), () => undefined);
    queue.pop()?.run();
    queue.cancel(event);
    expect(queue.size).toBe(1);
  });
});
