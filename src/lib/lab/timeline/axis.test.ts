import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedAxis, linearAxis, toTime, toUnits } from './axis';

const MS = 1_000;
const MINUTE = 60_000_000;

/** A cold start of 150 ms, six idle minutes, a warm invocation of 3 ms. */
const coldThenWarm = [
  { from: 0, to: 150 * MS },
  { from: 6 * MINUTE, to: 6 * MINUTE + 3 * MS },
];

describe('the time axis', () => {
  it('a wait of six minutes leaves a cold start of 150 ms most of the axis', () => {
    const axis = foldedAxis(coldThenWarm, 6 * MINUTE + 3 * MS);
    expect(toUnits(axis, 150 * MS) / axis.length).toBeGreaterThan(0.6);
  });

  it('only idle time is folded: activity keeps one scale', () => {
    const axis = foldedAxis(coldThenWarm, 6 * MINUTE + 3 * MS);
    const width = (from: number, to: number) => toUnits(axis, to) - toUnits(axis, from);
    expect(width(0, 150 * MS)).toBeCloseTo(150 * MS);
    expect(width(6 * MINUTE, 6 * MINUTE + 3 * MS)).toBeCloseTo(3 * MS);
  });

  it('short idle times are not folded', () => {
    const axis = foldedAxis(
      [
        { from: 0, to: 100 * MS },
        { from: 110 * MS, to: 200 * MS },
      ],
      200 * MS,
    );
    expect(axis.pieces.some((piece) => piece.folded)).toBe(false);
  });

  it('a run in which nothing happened is true to scale', () => {
    expect(foldedAxis([], MINUTE)).toEqual(linearAxis(MINUTE));
  });

  it('a thousand idle times fold within bounds', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      from: index * MINUTE,
      to: index * MINUTE + MS,
    }));
    const axis = foldedAxis(many, 1_000 * MINUTE);
    const folds = axis.pieces.filter((piece) => piece.folded);
    expect(folds.length).toBeLessThanOrEqual(256);
  });

  it('units and times are inverses, and never run backwards', () => {
    const intervals = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 10 * MINUTE }), fc.integer({ min: 0, max: 10 * MINUTE })), {
        minLength: 1,
        maxLength: 20,
      })
      .map((pairs) => pairs.flat().sort((a, b) => a - b))
      .map((edges) =>
        Array.from({ length: edges.length / 2 }, (_, index) => ({
          from: edges[index * 2]!,
          to: edges[index * 2 + 1]!,
        })),
      );
    fc.assert(
      fc.property(intervals, fc.integer({ min: 0, max: 10 * MINUTE }), (activity, time) => {
        const end = activity.at(-1)!.to;
        const axis = foldedAxis(activity, end);
        const back = toTime(axis, toUnits(axis, time));
        expect(Math.abs(back - time)).toBeLessThan(1);
        expect(toUnits(axis, time + 1)).toBeGreaterThan(toUnits(axis, time));
        for (const [index, piece] of axis.pieces.entries()) {
          expect(piece.start).toBe(axis.pieces[index - 1]?.end ?? 0);
          expect(piece.from).toBe(axis.pieces[index - 1]?.to ?? 0);
        }
      }),
    );
  });
});
