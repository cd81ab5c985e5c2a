import { describe, expect, it } from 'vitest';
import { milliseconds } from '$lib/kernel/units';
import { readLines, type RunLogLine } from './log-lines';

let record = 0;

function line(atMs: number, message: string, change: Partial<RunLogLine> = {}): RunLogLine {
  const platform = /^(INIT_START|START|END|REPORT) /.test(message);
  return {
    record: record++,
    at: milliseconds(atMs),
    stream: 'a',
    environment: 1,
    message,
    kind: platform ? 'platform' : 'application',
    level: undefined,
    requestId: undefined,
    ...change,
  };
}

describe('reading log lines', () => {
  it('tells during which invocation a line was written, whatever request id it carries', () => {
    const lines = readLines([
      line(0, 'INIT_START Runtime Version: nodejs:24.v1'),
      line(1, 'START RequestId: one Version: $LATEST'),
      line(2, 'END RequestId: one'),
      line(2, 'REPORT RequestId: one\tDuration: 1.00 ms'),
      line(9, 'START RequestId: two Version: $LATEST'),
      line(9, '2026-01-01T00:00:00.009Z\tone\tINFO\tlate', { requestId: 'one' }),
      line(10, 'REPORT RequestId: two\tDuration: 1.00 ms'),
    ]);
    expect(lines.map(({ during }) => during)).toEqual([undefined, 'one', 'one', 'one', 'two', 'two', 'two']);
    expect(lines[5]).toMatchObject({ kind: 'application', requestId: 'one', text: 'late' });
  });

  it('keeps environments apart, as each has a stream of its own', () => {
    const lines = readLines([
      line(1, 'START RequestId: one Version: $LATEST'),
      line(1, 'START RequestId: two Version: $LATEST', { stream: 'b', environment: 2 }),
      line(2, 'hello', { stream: 'a' }),
      line(2, 'hello', { stream: 'b', environment: 2 }),
    ]);
    expect(lines.map(({ during }) => during)).toEqual(['one', 'two', 'one', 'two']);
  });

  it('cuts time, request id and level off a console line and nothing else', () => {
    const texts = ['2026-01-01T00:00:00.009Z\t-\tWARN\ttab\tin it', 'raw\tINFO\ttext\n'].map((message) =>
      line(0, message),
    );
    expect(readLines(texts).map(({ text }) => text)).toEqual(['tab\tin it', 'raw\tINFO\ttext']);
  });

  it('does not take a line of the learner’s for one of the platform’s', () => {
    const [fake] = readLines([line(0, 'START RequestId: fake Version: $LATEST', { kind: 'application' })]);
    expect(fake).toMatchObject({ kind: 'application', during: undefined });
  });
});
