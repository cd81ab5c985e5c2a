import * as v from 'valibot';
import { parseDuration } from './duration';
import { isJsonObject } from './json';
import { parseRate } from './rate';
import { must } from './read-object';
import type { Rate } from './scenario';

/** The version of the file format that this code reads and writes (`coldstart: 1`). */
export const SCENARIO_FORMAT = 1;

const TITLE_MAX = 200;

/** Most calls of one burst. */
const COUNT_MAX = 100_000;

const text = must('text', (value) => (typeof value === 'string' ? value : undefined));

const anObject = must('an object', (value) => (isJsonObject(value) ? value : undefined));

const aList = must('a list', (value): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined,
);

const duration = must('a duration of at most 366d, such as 250ms, 1s, 5m, 2h, 1d or 1m30s', (value) =>
  parseDuration(value === 0 ? '0s' : typeof value === 'string' ? value : ''),
);

function wholeNumber(least: number, most: number) {
  return must(`a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined,
  );
}

const instant = must('an instant in UTC, such as 2026-01-01T00:00:00.000Z', (value) => {
  const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/;
  const time = typeof value === 'string' && shape.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
});

const rate = must(
  'a rate of at most 100000/s, such as 200/s, 10/m or 3/100ms, or {from: 1/s, to: 200/s}',
  (value): { from: Rate; to: Rate } | undefined => {
    const ends = isJsonObject(value) ? value : { from: value, to: value };
    const from = typeof ends['from'] === 'string' ? parseRate(ends['from']) : undefined;
    const to = typeof ends['to'] === 'string' ? parseRate(ends['to']) : undefined;
    return from && to && Object.keys(ends).length === 2 ? { from, to } : undefined;
  },
);

/** The whole file. The template, the files and the lines have checks of their own. */
export const ScenarioFile = v.object({
  coldstart: must(`${SCENARIO_FORMAT}, the only version of the format`, (value) =>
    value === SCENARIO_FORMAT ? value : undefined,
  ),
  title: v.optional(
    must(`text of at most ${TITLE_MAX} characters`, (value) =>
      typeof value === 'string' && value.length <= TITLE_MAX ? value : undefined,
    ),
    'Untitled',
  ),
  seed: v.optional(wholeNumber(0, 4_294_967_295), 1),
  quotas: v.optional(v.unknown()),
  startsAt: v.optional(instant, '2026-01-01T00:00:00.000Z'),
  template: anObject,
  files: v.optional(v.unknown()),
  workload: v.optional(aList, []),
  faults: v.optional(aList, []),
  until: v.optional(duration, '15m'),
});

/** One line of the workload, member by member; which members go together: `./workload-line`. */
export const Line = v.object({
  at: v.optional(duration),
  from: v.optional(duration),
  to: v.optional(duration),
  every: v.optional(duration),
  rate: v.optional(rate),
  arrivals: v.optional(
    must('even or poisson', (value) => (value === 'even' || value === 'poisson' ? value : undefined)),
  ),
  count: v.optional(wholeNumber(1, COUNT_MAX)),
  call: text,
  input: v.optional(anObject, {}),
});

/** One line of the section `faults`. */
export const FaultLine = v.object({
  from: v.optional(duration, '0s'),
  to: v.optional(duration, '366d'),
  service: text,
  action: v.optional(text),
  error: text,
  message: v.optional(text),
  status: v.optional(wholeNumber(400, 599)),
  rate: v.optional(
    must('a share of the calls, above 0 and at most 1', (value) =>
      typeof value === 'number' && value > 0 && value <= 1 ? value : undefined,
    ),
    1,
  ),
});
