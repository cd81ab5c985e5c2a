import { Op, ReportKind } from './bridge';
import type { Kit } from './kit';

/** What a runtime interface client posts to the Runtime API about an error. */
export interface Posted {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

const UNREADABLE =
  'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack';

export type AnyError = Error & Record<string, unknown>;

/** RIC 3: an object with a name, a message and a stack counts as an error too. */
function posted(kit: Kit, error: unknown, major: number): Posted {
  try {
    if (error instanceof Error || (major < 24 && looksLikeError(error))) {
      // First the stack: an error that QuickJS threw gets V8's message with it.
      const trace = kit.stackOf(error).split('\n');
      return {
        errorType: error.name,
        errorMessage: error.message,
        trace,
      };
    }
    const errorMessage = major < 24 ? (error as object).toString() : String(error);
    return { errorType: typeof error, errorMessage, trace: [] };
  } catch {
    return { errorType: 'handled', errorMessage: UNREADABLE, ...(major < 24 ? {} : { trace: [] }) };
  }
}

/** The JSON in the log line of an error: own properties included, `stack` where the payload has `trace`. */
function logged(kit: Kit, error: unknown, major: number): string {
  try {
    return JSON.stringify(error, (_key, value: unknown) => {
      if (!(value instanceof Error)) return value;
      const stack = kit.stackOf(value).split('\n');
      const shown = Object.assign(
        { errorType: value.name, errorMessage: value.message, code: (value as AnyError)['code'] },
        value,
      );
      return { ...shown, stack };
    });
  } catch {
    return JSON.stringify(posted(kit, error, major));
  }
}

/** Writes the error's log line, as both clients do. */
export function logError(kit: Kit, title: string, error: unknown, major: number): void {
  const real = error instanceof Error ? error : new Error(major < 24 ? (error as string) : String(error));
  kit.host(Op.log, 'ERROR', `${title} \t${logged(kit, real, major)}`);
}

/** Tells the platform. `origin` is the stack that says where it happened, when that is not the error's own. */
export function report(
  kit: Kit,
  kind: keyof typeof ReportKind,
  error: unknown,
  major: number,
  origin?: string,
): void {
  const stack = origin ?? (error instanceof Error ? kit.stackOf(error) : '');
  kit.host(Op.report, ReportKind[kind], JSON.stringify({ error: posted(kit, error, major), stack }));
}

/** An error of the runtime's own: its name begins with `Runtime.`. */
export function runtimeError(name: string, message: string, major: number): Error {
  const error = new Error(message);
  const shown = `Runtime.${name}`;
  if (major < 24) Object.defineProperty(error, 'name', { value: shown, configurable: true, writable: true });
  else error.name = shown;
  error.stack = `${shown}: ${message}${(error.stack ?? '').slice('Error: '.length + message.length)}`;
  return error;
}

function looksLikeError(error: unknown): error is Error {
  const { name, message, stack } = Object(error) as Record<string, unknown>;
  const filled = (value: unknown): boolean => typeof value === 'string' && value !== '';
  return filled(name) && filled(message) && filled(stack);
}
