const LENGTH_MAX = 80;

/** A value as a message shows it: JSON, cut when it is long. */
export function quote(value: unknown): string {
  return cut(typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? 'nothing'));
}

/** Text on one line, cut when it is long. */
export function cut(text: string, lengthMax = LENGTH_MAX): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > lengthMax ? `${line.slice(0, lengthMax)}…` : line;
}

/** What a value is, in words: `a list`, `the number 3`. */
export function whatItIs(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return 'an object';
    case 'string':
      return `the text ${quote(value)}`;
    case 'number':
      return `the number ${value}`;
    default:
      return quote(value);
  }
}

/** `a, b and c`. */
export function list(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
