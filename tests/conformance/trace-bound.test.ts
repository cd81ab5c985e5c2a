import { expect, it } from 'vitest';
import { recordKind } from '$lib/kernel/trace/record-kind';
import { Trace, TRACE_CHARACTERS_MAX, TraceFullError } from '$lib/kernel/trace/trace';
import { ZERO_TIME } from '$lib/kernel/units';

const noteRecord = recordKind('test.note', { text: 'text' }, () => ({ who: 'test', what: 'notes' }));

it('[sandbox.trace-bound] a full trace takes no more, and what it holds stays readable', () => {
  const trace = new Trace(1);
  const piece = 'x'.repeat(TRACE_CHARACTERS_MAX / 8);
  const append = (n: number) => trace.append(noteRecord, ZERO_TIME, { text: `${n}${piece}` });
  for (let n = 0; n < 8; n++) append(n);
  expect(() => append(8)).toThrow(TraceFullError);
  expect(trace).toHaveLength(8);
  expect(String(trace.record(7).values['text']).slice(0, 4)).toBe('7xxx');
});
