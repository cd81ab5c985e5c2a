import { describe, expect, it } from 'vitest';
import { microseconds } from '$lib/kernel/units';
import type { LogLineView, ResponseView } from '$lib/worker/protocol';
import { formatBytes } from './environment-words';
import { copiedLine, filterLines, levelsOf, rowsOf, streamsOf } from './log-rows';
import { positionInLine, prettyPayload, readFunctionError, shortened } from './payload';
import { newestBatch, outcomeOf, summarise, summaryText } from './summary';

function response(change: Partial<ResponseView>): ResponseView {
  return {
    record: 1,
    outcome: 1,
    requestId: 'r',
    call: 'lambda:Invoke',
    at: microseconds(0),
    endedAt: undefined,
    status: undefined,
    functionName: 'Hello',
    functionError: undefined,
    input: '{}',
    payload: undefined,
    error: undefined,
    cold: undefined,
    environment: undefined,
    durationMs: undefined,
    billedMs: undefined,
    initMs: undefined,
    maxMemoryUsedMB: undefined,
    position: undefined,
    ...change,
  };
}

function line(change: Partial<LogLineView>): LogLineView {
  return {
    record: 1,
    timestamp: Date.UTC(2026, 0, 5, 9, 0, 0, 141),
    at: microseconds(141_000),
    group: '/aws/lambda/Hello',
    stream: 'one',
    environment: 1,
    message: 'hello\n',
    kind: 'application',
    level: 'INFO',
    requestId: 'r',
    ...change,
  };
}

describe('payloads', () => {
  it('JSON is indented, anything else shown as it is', () => {
    expect(prettyPayload('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyPayload('<html>')).toBe('<html>');
  });

  it('a long payload is cut and says by how much', () => {
    expect(shortened('x'.repeat(20_005))).toEqual({ text: 'x'.repeat(20_000), left: 5 });
  });

  it('a function error is read, and whatever else comes is not taken for one', () => {
    expect(readFunctionError('{"errorType":"E","errorMessage":"m","trace":["a"]}')).toEqual({
      errorType: 'E',
      errorMessage: 'm',
      trace: ['a'],
    });
    for (const odd of ['', 'null', '7', '[1]', '{"trace":"no"}', '{']) {
      expect(readFunctionError(odd)?.errorMessage).toBeUndefined();
    }
  });

  it('a place in the learner’s own files is found in a stack line, no other', () => {
    const place = { file: 'lib/a.mjs', line: 3, column: 9 };
    expect(positionInLine('    at handler (file:///var/task/lib/a.mjs:3:9)')).toEqual(place);
    expect(positionInLine('    at /var/task/lib/a.mjs:3:9')).toEqual(place);
    expect(positionInLine('    at Runtime.handle (file:///var/runtime/index.mjs:1173:29)')).toBeUndefined();
  });
});

describe('summaries', () => {
  it('twenty cold answers are told in one line', () => {
    const twenty = Array.from({ length: 20 }, () => response({ status: 200, cold: true }));
    expect(summaryText(summarise(twenty))).toBe('20 answered: 20 cold');
  });

  it('what waits, fails or is throttled is told beside it', () => {
    const mixed = [
      response({}),
      response({ status: 200, cold: false, functionError: 'Unhandled' }),
      response({ status: 429, error: 'TooManyRequestsException' }),
    ];
    expect(summaryText(summarise(mixed))).toBe('2 answered: 1 warm, 1 failed, 1 throttled; 1 waiting');
  });

  it('one press of Run is the calls of one instant', () => {
    const calls = [0, 5, 5].map((at, record) => response({ at: microseconds(at), record }));
    expect(newestBatch(calls).map(({ record }) => record)).toEqual([1, 2]);
  });

  it('every outcome has a word and a tone', () => {
    expect(outcomeOf(response({}))).toEqual({ word: 'waiting', tone: 'frozen' });
    expect(outcomeOf(response({ status: 200, cold: true })).tone).toBe('ice');
    expect(outcomeOf(response({ status: 200, cold: false })).tone).toBe('ember');
    expect(outcomeOf(response({ status: 429 }))).toEqual({ word: 'throttled', tone: 'red' });
    expect(outcomeOf(response({ status: 404, error: 'ResourceNotFoundException' })).word).toBe('refused');
  });
});

describe('log rows', () => {
  const lines = [
    line({ message: 'START RequestId: r\n', kind: 'platform', level: undefined }),
    line({ message: 'two\nlines\n', stream: 'other', environment: 2, level: 'ERROR' }),
  ];

  it('a message of several lines takes several rows, one with the time', () => {
    expect(rowsOf(lines).map(({ text, first }) => [text, first])).toEqual([
      ['START RequestId: r', true],
      ['two', true],
      ['lines', false],
    ]);
  });

  it('filters by text, stream and level together', () => {
    const all = { text: '', stream: '', level: '' };
    expect(filterLines(lines, all)).toHaveLength(2);
    expect(filterLines(lines, { ...all, text: 'LINES' })).toEqual([lines[1]]);
    expect(filterLines(lines, { ...all, stream: 'one' })).toEqual([lines[0]]);
    expect(filterLines(lines, { ...all, level: 'platform' })).toEqual([lines[0]]);
    expect(filterLines(lines, { text: 'start', stream: 'other', level: '' })).toEqual([]);
  });

  it('offers the streams and levels that there are', () => {
    expect(streamsOf(lines)).toEqual([
      { stream: 'one', environment: 1 },
      { stream: 'other', environment: 2 },
    ]);
    expect(levelsOf(lines)).toEqual(['platform', 'ERROR']);
  });

  it('a copied line is what CloudWatch’s console would copy', () => {
    expect(copiedLine(lines[0]!)).toBe('2026-01-05T09:00:00.141Z\tSTART RequestId: r');
  });
});

describe('sizes', () => {
  it('are told in bytes, KB and MB of 1,024', () => {
    expect([formatBytes(512), formatBytes(1_536), formatBytes(12 * 1_048_576)]).toEqual([
      '512 B',
      '1.5 KB',
      '12 MB',
    ]);
  });
});
