import { describe, expect, it } from 'vitest';
import { microseconds } from '../units';
import { describe as tell, recordKind } from './record-kind';
import { Trace } from './trace';
import { why } from './why';

const born = recordKind('test.born', { name: 'text', size: 'integer', nickname: 'text?' }, ({ values }) => ({
  who: values.name,
  what: `${values.name} was born with size ${values.size}.`,
}));
const met = recordKind('test.met', { request: 'id', warm: 'flag', delay: 'time?' }, () => ({
  who: 'two',
  what: 'They met.',
}));
const RULES = Object.freeze(['test.first', 'test.second']);

function sample(seed = 7): Trace {
  const trace = new Trace(seed);
  const a = trace.append(born, microseconds(10), { name: 'Ada', size: 3 });
  const b = trace.append(
    born,
    microseconds(10),
    { name: 'Bo', size: 4, nickname: '' },
    { cause: a, rules: RULES },
  );
  trace.append(met, microseconds(25), { request: 5, warm: true }, { cause: [b, a], rules: ['test.second'] });
  return trace;
}

describe('the trace', () => {
  it('gives back what was appended, typed by its kind', () => {
    const [ada, bo, meeting] = [...sample().records()];
    expect(ada?.values).toEqual({ name: 'Ada', size: 3, nickname: undefined });
    expect(bo?.values).toEqual({ name: 'Bo', size: 4, nickname: '' });
    expect(bo?.causes).toEqual([0]);
    expect(bo?.rules).toEqual(['test.first', 'test.second']);
    expect(meeting?.causes).toEqual([1, 0]);
    expect(meeting?.values['request']).toMatch(/^[0-9a-f-]{36}$/);
    expect(meeting?.values['warm']).toBe(true);
  });

  it('has equal hashes for equal histories, and other hashes for any difference', () => {
    expect(sample().hash()).toBe(sample().hash());
    const longer = sample();
    longer.append(met, microseconds(25), { request: 6, warm: false });
    const later = sample();
    later.append(met, microseconds(26), { request: 6, warm: false });
    const caused = sample();
    caused.append(met, microseconds(25), { request: 6, warm: false }, { cause: 0 });
    const hashes = [sample(), longer, later, caused].map((trace) => trace.hash());
    expect(new Set(hashes).size).toBe(4);
  });

  it('refuses to go back in time', () => {
    const trace = sample();
    expect(() => trace.append(born, microseconds(24), { name: 'Cy', size: 1 })).toThrow(/comes after/);
  });

  it('refuses numbers that are not whole', () => {
    expect(() => new Trace(1).append(born, microseconds(1), { name: 'Cy', size: 0.5 })).toThrow(
      /whole number/,
    );
  });

  it('holds numbers of any size up to the safe ones', () => {
    const sizes = [
      0,
      -1,
      2 ** 30,
      2 ** 31 - 1,
      2 ** 31,
      -(2 ** 30),
      -(2 ** 30) - 1,
      -(2 ** 31),
      Number.MAX_SAFE_INTEGER,
    ];
    const trace = new Trace(1);
    for (const size of sizes) trace.append(born, microseconds(1), { name: 'Cy', size });
    expect([...trace.ofKind(born)].map(({ values }) => values.size)).toEqual(sizes);
  });

  it('gives back payloads, the same one twice and different ones', () => {
    const sent = recordKind('test.sent', { payload: 'blob' }, () => ({ who: 'one', what: 'It was sent.' }));
    const payloads = ['', '{}', '{}', '', 'x', '{}'];
    const trace = new Trace(1);
    for (const payload of payloads) trace.append(sent, microseconds(1), { payload });
    expect([...trace.ofKind(sent)].map(({ values }) => values.payload)).toEqual(payloads);
  });

  it('finds the position of a moment', () => {
    const trace = sample();
    expect([9, 10, 24, 25, 99].map((time) => trace.positionAt(microseconds(time)))).toEqual([0, 2, 2, 3, 3]);
  });

  it('counts how often each rule was cited', () => {
    expect([...sample().ruleCounts()]).toEqual([
      ['test.first', 1],
      ['test.second', 2],
    ]);
  });

  it('holds over many blocks', () => {
    const trace = new Trace(1);
    for (let n = 0; n < 200_000; n++) trace.append(born, microseconds(n), { name: `n${n % 10}`, size: n });
    expect(trace.record(150_000).values).toMatchObject({ name: 'n0', size: 150_000 });
    expect([...trace.ofKind(born, 199_998)].map(({ values }) => values.size)).toEqual([199_998, 199_999]);
  });

  it('tells a record by its describer, and why by the walk along its causes', () => {
    const trace = sample();
    expect(tell(trace.record(0)).what).toBe('Ada was born with size 3.');
    expect(why(trace, 2).causes.map(({ text }) => text)).toEqual([
      'Bo was born with size 4.',
      'Ada was born with size 3.',
    ]);
  });
});
