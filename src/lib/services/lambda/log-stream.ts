import { toMilliseconds, type Microseconds } from '$lib/kernel/units';

/** `2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef`: one stream an environment, named at its start. */
export function logStreamName(epochMs: number, now: Microseconds, hex32: string): string {
  const date = new Date(epochMs + toMilliseconds(now)).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${date}/[$LATEST]${hex32}`;
}
