import { Op } from './bridge';
import type { Kit } from './kit';
import { table } from './table';

type Console = Record<'log' | 'warn' | 'error', (...values: unknown[]) => void>;

/** The console methods that the interface client leaves as Node made them. They write raw lines to stdout. */
export default function make(kit: Kit): Record<string, (this: Console, ...values: never[]) => void> {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indent = '';

  const raw = (text: string): void => {
    kit.host(Op.write, `${indent}${text.replaceAll('\n', `\n${indent}`)}\n`);
  };
  const uptime = (): number => Number(kit.host(Op.uptime));
  const elapsed = (label: string, end: boolean, rest: readonly unknown[]): void => {
    const since = timers.get(label);
    if (since === undefined) {
      raw(`(node:8) Warning: No such label '${label}' for console.time${end ? 'End' : 'Log'}()`);
      return;
    }
    if (end) timers.delete(label);
    raw(
      `${label}: ${duration((uptime() - since) / 1_000)}${rest.map((value) => ` ${kit.format([value])}`).join('')}`,
    );
  };

  return {
    assert(this: Console, condition: unknown, ...values: unknown[]) {
      if (condition) return;
      const [first, ...rest] = values;
      if (typeof first === 'string') this.warn(`Assertion failed: ${first}`, ...rest);
      else this.warn('Assertion failed', ...values);
    },
    clear() {},
    count(this: Console, label: unknown = 'default') {
      const key = String(label);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      this.log(`${key}: ${count}`);
    },
    countReset(label: unknown = 'default') {
      counts.delete(String(label));
    },
    dir(value: unknown, options: object = {}) {
      const { inspect } = kit.internal('format') as { inspect(value: unknown, options: object): string };
      raw(inspect(value, { customInspect: false, ...options }));
    },
    dirxml(this: Console, ...values: unknown[]) {
      this.log(...values);
    },
    group(this: Console, ...values: unknown[]) {
      if (values.length > 0) this.log(...values);
      indent += '  ';
    },
    groupCollapsed(this: Console, ...values: unknown[]) {
      if (values.length > 0) this.log(...values);
      indent += '  ';
    },
    groupEnd() {
      indent = indent.slice(2);
    },
    table(this: Console, data: unknown, columns?: readonly string[]) {
      if (typeof data !== 'object' || data === null) this.log(data);
      else raw(table(data, columns, (value) => kit.format([value], true)));
    },
    time(label: unknown = 'default') {
      timers.set(String(label), uptime());
    },
    timeEnd(this: Console, label: unknown = 'default') {
      elapsed(String(label), true, []);
    },
    timeLog(this: Console, label: unknown = 'default', ...rest: unknown[]) {
      elapsed(String(label), false, rest);
    },
  };
}

/** As Node prints the time of console.timeEnd: milliseconds below a second, then seconds, then minutes. */
function duration(milliseconds: number): string {
  const SECOND = 1_000;
  const MINUTE = 60_000;
  if (milliseconds < SECOND) return `${Number(milliseconds.toPrecision(5))}ms`;
  if (milliseconds < MINUTE) return `${(milliseconds / SECOND).toFixed(3)}s`;
  const minutes = Math.floor(milliseconds / MINUTE);
  const seconds = ((milliseconds % MINUTE) / SECOND).toFixed(3).padStart(6, '0');
  return `${minutes}:${seconds} (m:ss.mmm)`;
}
