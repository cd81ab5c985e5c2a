import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, jsonFault } from './json';

function at(text: string): string {
  const fault = jsonFault(text);
  return fault === undefined ? 'good' : `${String(fault.line)}:${String(fault.column)} ${fault.message}`;
}

describe('the JSON of test events', () => {
  it('accepts exactly what JSON.parse accepts', () => {
    const soup = fc.array(
      fc.constantFrom(...'{}[],:"\\'.split(''), 'true', 'null', '1', '-', '0.5', 'e3', ' ', '\n', 'a', '"b"'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          soup.map((parts) => parts.join('')),
        ),
        (text) => {
          let parses = true;
          try {
            JSON.parse(text);
          } catch {
            parses = false;
          }
          expect(jsonFault(text) === undefined).toBe(parses);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['', '1:1 This is empty'],
    ['{\n  "a": 1,\n}', '2:9 Take out the comma before }'],
    ['[1, 2, ]', '1:6 Take out the comma before ]'],
    ["{'a': 1}", '1:2 Use double quotes'],
    ['{"a": \'x\'}', '1:7 Use double quotes'],
    ['{a: 1}', '1:2 A name in double quotes'],
    ['{"a" 1}', '1:6 A colon is missing'],
    ['{"a":}', '1:6 The value is missing'],
    ['{"a": 1\n "b": 2}', '2:2 A comma or } is missing'],
    ['[1 2]', '1:4 A comma or ] is missing'],
    ['{"a": [1, 2', '1:12 The text ends here, but ] is missing: it opens on line 1'],
    ['{\n"a": {', '2:7 The text ends here, but } is missing: it opens on line 2'],
    ['{"a": "x\n"}', '1:7 The text in quotes is not closed'],
    ['{"a": "\\x"}', '1:8 After a backslash'],
    ['{"a": 01}', '1:7 This is not a number'],
    ['{"a": undefined}', '1:7 JSON has no undefined'],
    ['{"a": hello}', '1:7 hello is no JSON value'],
    ['{} {}', '1:4 There is more text'],
    ['{"a": 1 // one\n}', '1:9 JSON has no comments'],
  ])('says where and what in %j', (text, expected) => {
    expect(at(text)).toContain(expected);
  });

  it('survives nesting that would end the call stack', () => {
    expect(at('['.repeat(100_000))).toContain('Nested more than 500');
  });

  it('formats by two spaces and leaves broken text alone', () => {
    expect(formatJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}\n');
    expect(formatJson('{a}')).toBeUndefined();
  });
});
