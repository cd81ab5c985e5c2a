import timers from '../vm/internal-timers.ts?guest';
import errors from '../vm/internal-errors.ts?guest';

/** The code of each part that runs inside QuickJS, by name. Names without `internal/` can be imported. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['internal/errors', errors],
  ['internal/timers', timers],
]);

/** The built-in modules that learner code can import. */
export const BUILTINS: ReadonlySet<string> = new Set(
  [...PARTS.keys()].filter((name) => !name.startsWith('internal/')),
);

export function partSource(name: string): string | undefined {
  return PARTS.get(name);
}
