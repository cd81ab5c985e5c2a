/** Small sentences that checks build their messages from. */
import { quote } from './json';
import type { Invocation } from './run';

/** What came back: `answered {"calls":1}`, or `failed with TypeError: x is not a function`. */
export function outcomeOf(invocation: Invocation): string {
  const { error, status } = invocation;
  if (!error) return `answered ${quote(invocation.result)}`;
  if (invocation.functionError === undefined)
    return `was refused with status ${status}: ${error.errorMessage}`;
  return `failed with ${error.errorType}: ${error.errorMessage}`;
}

/** `1 line`, `3 lines`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The kinds of line that an invocation left: `START, 1 line of your code, END, REPORT`. */
export function linesOf({ lines }: Invocation): string {
  return lines.map(({ kind, text }) => (kind === 'application' ? `"${text}"` : kind)).join(', ');
}

/** Milliseconds as a REPORT line prints them: `22.81`. */
export function millis(value: number | undefined): string {
  return value === undefined ? 'unknown' : value.toFixed(2);
}
