import { describe, expect, it } from 'vitest';
import { microseconds } from '$lib/kernel/units';
import type { Lane, Mark, Span, SpanKind, TimelineView } from '$lib/worker/protocol';
import { activityOf } from './activity';
import { foldedAxis, linearAxis } from './axis';
import { barsOf, markGroupsOf } from './bars';
import { hitTest } from './hit';
import { layoutOf, scrollToLane, visibleLanes } from './layout';
import { describeFocus, moveFocus } from './roving';
import { niceStep, tickLabel, ticksOf } from './ticks';
import { fit, pan, reveal, timeAtX, toX, zoom } from './viewport';

const MS = 1_000;
const MINUTE = 60_000_000;

function span(kind: SpanKind, start: number, end: number | undefined, record = start): Span {
  const until = end === undefined ? undefined : microseconds(end);
  return { kind, start: microseconds(start), end: until, record, requestId: undefined, label: kind };
}

function lane(environment: number, ...spans: Span[]): Lane {
  return { environment, functionName: 'Hello', spans };
}

function mark(kind: Mark['kind'], at: number): Mark {
  return { kind, at: microseconds(at), record: at, label: kind };
}

function timelineOf(lanes: Lane[], marks: Mark[] = []): TimelineView {
  return { lanes, marks, concurrency: [], concurrencyLimit: 1000 };
}

const oneLane = lane(
  1,
  span('init', 0, 140 * MS),
  span('invoke', 140 * MS, 150 * MS),
  span('frozen', 150 * MS, undefined),
);

function frameOf(end: number, width = 1000) {
  const axis = linearAxis(end);
  return { axis, viewport: { start: 0, end: axis.length }, left: 0, width };
}

describe('activity', () => {
  it('frozen time is idle; its end is a moment of activity', () => {
    const ended = lane(1, span('invoke', 0, 10), span('frozen', 10, 500));
    expect(activityOf(timelineOf([ended]), 1_000)).toEqual([
      { from: 0, to: 10 },
      { from: 500, to: 500 },
    ]);
  });

  it('spans of different environments that overlap are one stretch, and what lasts goes on until now', () => {
    const lanes = [lane(1, span('init', 0, 10)), lane(2, span('init', 5, undefined))];
    expect(activityOf(timelineOf(lanes), 40)).toEqual([{ from: 0, to: 40 }]);
  });
});

describe('the viewport', () => {
  it('zooming keeps the time under the pointer where it is', () => {
    const frame = { ...frameOf(MINUTE), viewport: fit(linearAxis(MINUTE)) };
    const before = timeAtX(frame, 300);
    const viewport = zoom(frame.axis, frame.viewport, 4, 0.3);
    expect(timeAtX({ ...frame, viewport }, 300)).toBeCloseTo(before);
  });

  it('zooming out ends at everything, zooming in at ten microseconds', () => {
    const { axis } = frameOf(MINUTE);
    expect(zoom(axis, fit(axis), 0.01, 0.5)).toEqual(fit(axis));
    const closest = zoom(axis, fit(axis), 1e12, 0.5);
    expect(closest.end - closest.start).toBeCloseTo(10);
  });

  it('panning stops at the ends', () => {
    const { axis } = frameOf(MINUTE);
    const near = zoom(axis, fit(axis), 2, 0);
    expect(pan(axis, near, -5).start).toBe(fit(axis).start);
    expect(pan(axis, near, 50).end).toBeCloseTo(fit(axis).end);
  });

  it('revealing a time that is in view moves nothing', () => {
    const { axis } = frameOf(MINUTE);
    const viewport = fit(axis);
    expect(reveal(axis, viewport, MINUTE / 2)).toBe(viewport);
  });
});

describe('ticks', () => {
  it('steps are those of a clock above half a second, and 1, 2, 5 below', () => {
    expect(niceStep(3)).toBe(5);
    expect(niceStep(130)).toBe(200);
    expect(niceStep(7 * 1_000_000)).toBe(10 * 1_000_000);
    expect(niceStep(40 * 1_000_000)).toBe(MINUTE);
    expect(niceStep(20 * 60 * MINUTE)).toBe(24 * 60 * MINUTE);
  });

  it('labels are only as exact as the step', () => {
    expect(tickLabel(0, 1)).toBe('0');
    expect(tickLabel(50 * MS, 10 * MS)).toBe('50 ms');
    expect(tickLabel(1_250_000, 50_000)).toBe('1.25 s');
    expect(tickLabel(6 * MINUTE + 12 * MS, 2 * MS)).toBe('6m 00.012s');
    expect(tickLabel(66 * MINUTE, MINUTE)).toBe('1h 06m');
    expect(tickLabel(51 * 60 * MINUTE, 60 * MINUTE)).toBe('2d 03h');
  });

  it('labels never run into each other', () => {
    for (const width of [320, 700, 1400]) {
      for (const end of [20, 1_500, 150 * MS, 6 * MINUTE, 900 * MINUTE, 90_000 * MINUTE]) {
        const labelled = ticksOf(frameOf(end, width)).ticks.filter((tick) => tick.label !== undefined);
        for (const [index, tick] of labelled.entries()) {
          const before = labelled[index - 1];
          if (!before) continue;
          const widths = ((tick.label?.length ?? 0) + (before.label?.length ?? 0)) * 3.3;
          expect(tick.x - before.x).toBeGreaterThan(widths);
        }
      }
    }
  });

  it('a fold says how much time it hides', () => {
    const axis = foldedAxis(
      [
        { from: 0, to: 150 * MS },
        { from: 6 * MINUTE, to: 6 * MINUTE + 3 * MS },
      ],
      6 * MINUTE + 3 * MS,
    );
    const { folds } = ticksOf({ axis, viewport: fit(axis), left: 0, width: 800 });
    expect(folds.map((fold) => fold.label)).toEqual(['5 min 59 s']);
  });
});

describe('bars', () => {
  it('a span shorter than a pixel is still wide enough to see', () => {
    const bars = barsOf(lane(1, span('init', 0, 10)), frameOf(MINUTE), MINUTE);
    expect(bars[0]?.width).toBeGreaterThanOrEqual(2);
  });

  it('spans of one kind on one pixel are one bar that counts them', () => {
    const spans = Array.from({ length: 50 }, (_, index) => span('invoke', index * 10, index * 10 + 5));
    const bars = barsOf(lane(1, ...spans), frameOf(MINUTE), MINUTE);
    expect(bars).toHaveLength(1);
    expect(bars[0]?.count).toBe(50);
  });

  it('a lane of 100,000 spans gives no more bars than it has pixels', () => {
    const spans = Array.from({ length: 100_000 }, (_, index) =>
      span('invoke', index * 600, index * 600 + 300),
    );
    const bars = barsOf(lane(1, ...spans), frameOf(MINUTE), MINUTE);
    expect(bars.length).toBeLessThanOrEqual(2_100);
    expect(bars.at(-1)?.x).toBeGreaterThan(995);
  });

  it('only what is in view is drawn', () => {
    const frame = { ...frameOf(MINUTE), viewport: { start: 20 * MS, end: 30 * MS } };
    const bars = barsOf(lane(1, span('invoke', 0, 10 * MS), span('frozen', 10 * MS, 25 * MS)), frame, MINUTE);
    expect(bars.map((bar) => bar.kind)).toEqual(['frozen']);
  });

  it('marks that would touch are one group, by kind', () => {
    const marks = [mark('call', 0), mark('call', 1), mark('failed', 1), mark('call', MINUTE / 2)];
    const groups = markGroupsOf(marks, frameOf(MINUTE));
    expect(groups.map(({ kind, count }) => [kind, count])).toEqual([
      ['call', 2],
      ['failed', 1],
      ['call', 1],
    ]);
  });
});

describe('hit-testing', () => {
  const timeline = timelineOf([oneLane], [mark('call', 0)]);
  const layout = { ...layoutOf(1000, 300, 1), gutter: 0 };
  const frame = frameOf(200 * MS);
  const at = (time: number, y: number) => hitTest(timeline, layout, frame, 0, 200 * MS, toX(frame, time), y);

  it('finds the span, the mark and the axis', () => {
    const y = layout.lanesTop + 5;
    expect(at(70 * MS, y)).toMatchObject({ kind: 'span', span: { kind: 'init' } });
    expect(at(180 * MS, y)).toMatchObject({ kind: 'span', span: { kind: 'frozen' } });
    expect(at(1, layout.marksTop + 4)).toMatchObject({ kind: 'mark', mark: { kind: 'call' } });
    expect(at(70 * MS, 3)).toEqual({ kind: 'axis' });
  });

  it('a click just beside a thin span of work finds it, not the hairline under it', () => {
    const thin = lane(1, span('frozen', 0, 99 * MS), span('failed', 99 * MS, 99 * MS + 10));
    const hit = hitTest(timelineOf([thin]), layout, frame, 0, 200 * MS, toX(frame, 99 * MS) + 6, 60);
    expect(hit).toMatchObject({ kind: 'span', span: { kind: 'failed' } });
  });

  it('below the last lane there is nothing', () => {
    expect(at(70 * MS, layout.lanesTop + layout.laneHeight + 2)).toBeUndefined();
  });
});

describe('lanes', () => {
  it('of a thousand lanes only those in view are drawn', () => {
    const layout = layoutOf(1000, 400, 1000);
    const { first, last } = visibleLanes(layout, 1000, 500 * layout.laneHeight);
    expect(first).toBe(500);
    expect(last - first).toBeLessThan(30);
  });

  it('scrolling to a lane moves no further than needed', () => {
    const layout = layoutOf(1000, 400, 1000);
    expect(scrollToLane(layout, 3, 0)).toBe(0);
    expect(scrollToLane(layout, 0, 90)).toBe(0);
    const scrolled = scrollToLane(layout, 999, 0);
    expect(visibleLanes(layout, 1000, scrolled).last).toBe(1000);
  });
});

describe('moving by keyboard', () => {
  const other = lane(2, span('init', 100 * MS, 150 * MS));
  const timeline = timelineOf([oneLane, lane(3), other], [mark('call', 0)]);

  it('starts at the first span, walks along it, and stops at its end', () => {
    const start = moveFocus(timeline, undefined, 'right');
    expect(start).toEqual({ row: 1, index: 0 });
    expect(moveFocus(timeline, { row: 1, index: 2 }, 'right')).toEqual({ row: 1, index: 2 });
  });

  it('up and down go to what is nearest in time, past empty rows', () => {
    expect(moveFocus(timeline, { row: 1, index: 1 }, 'down')).toEqual({ row: 3, index: 0 });
    expect(moveFocus(timeline, { row: 3, index: 0 }, 'up')).toEqual({ row: 1, index: 1 });
    expect(moveFocus(timeline, { row: 1, index: 0 }, 'up')).toEqual({ row: 0, index: 0 });
  });

  it('says what is in focus, where, when and how long', () => {
    expect(describeFocus(timeline, { row: 1, index: 0 }, 200 * MS)).toBe(
      'Hello, environment 1: init, at +00:00:00.000, lasted 140 ms. 1 of 3.',
    );
  });
});
