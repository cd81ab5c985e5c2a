import type { Failure } from '../vm/bridge';

const PARTS = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;
const SETTABLE = PARTS.filter((name) => name !== 'origin');

export type UrlAnswer = { readonly text: string } | { readonly failure: Failure };

/** URL operations, on the host's own URL: Node and browsers follow the same standard. */
export function urlOperation(name: string, first: string, second: string, third: string): UrlAnswer {
  switch (name) {
    case 'query':
      return { text: JSON.stringify([...new URLSearchParams(first)]) };
    case 'encode':
      return { text: new URLSearchParams(pairs(first)).toString() };
    case 'set':
      return { text: changed(first, second, third) };
    default:
      return parsed(first, third === '1' ? second : undefined);
  }
}

function parsed(url: string, base: string | undefined): UrlAnswer {
  try {
    return { text: parts(new URL(url, base)) };
  } catch {
    const properties = { code: 'ERR_INVALID_URL', input: url, ...(base === undefined ? {} : { base }) };
    return { failure: { type: 'TypeError', message: 'Invalid URL', properties } };
  }
}

function changed(href: string, name: string, value: string): string {
  const url = new URL(href);
  const settable = SETTABLE.find((each) => each === name);
  if (settable && settable !== 'href') url[settable] = value;
  return settable === 'href' ? parts(new URL(value)) : parts(url);
}

function parts(url: URL): string {
  return JSON.stringify(Object.fromEntries(PARTS.map((name) => [name, url[name]])));
}

function pairs(json: string): [string, string][] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) return [];
  return list.map((pair: unknown) => (Array.isArray(pair) ? [String(pair[0]), String(pair[1])] : ['', '']));
}
