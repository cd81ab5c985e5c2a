import { member, parseJson } from './json';

/** JSON text of the event that an Invoke sent, from the JSON text of its input; undefined when it sent none. */
export function eventOf(input: string): string | undefined {
  const payload = member(parseJson(input), 'Payload');
  if (payload === undefined) return undefined;
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}
