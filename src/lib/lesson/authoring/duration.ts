import { microseconds } from '$lib/kernel/units';
import * as v from 'valibot';

const UNITS = { ms: 1_000, s: 1_000_000, m: 60_000_000, h: 3_600_000_000 } as const;
const WORDS = { ms: 'millisecond', s: 'second', m: 'minute', h: 'hour' } as const;

/** A whole number with its unit: `90s`, `10m`. Gives the time, and its words for the learner. */
export const durationSchema = v.pipe(
  v.string(),
  v.regex(/^\d+(ms|s|m|h)$/, 'a duration is a number with ms, s, m or h: 10m'),
  v.transform((text) => {
    const count = Number.parseInt(text, 10);
    const unit = text.endsWith('ms') ? 'ms' : text.endsWith('s') ? 's' : text.endsWith('m') ? 'm' : 'h';
    return {
      duration: microseconds(count * UNITS[unit]),
      words: `${count} ${WORDS[unit]}${count === 1 ? '' : 's'}`,
    };
  }),
);
