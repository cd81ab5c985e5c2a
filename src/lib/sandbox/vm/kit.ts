import type { Bridge, Failure } from './bridge';
import { FAILURE, Op } from './bridge';

/** What the parts that run inside QuickJS share. Made before any of the learner's code runs. */
export interface Kit {
  readonly host: Bridge;
  /** Node's major version. */
  readonly major: number;
  /** Calls the host; a failure that it reports is thrown as the error that Node would throw. */
  ask(op: number, ...args: readonly unknown[]): unknown;
  /** A built-in module by its name without `node:`; undefined when there is none. */
  builtin(name: string): unknown;
  /** A part of the runtime that is loaded on first use. */
  internal(name: string): unknown;
  failure(json: string): Error;
  /** The error's stack as V8 would write it. */
  stackOf(error: { stack?: unknown; name?: unknown; message?: unknown }): string;
  /** util.format; `quoted` inspects every value instead. */
  format(values: readonly unknown[], quoted?: boolean): string;
  /** process.env. */
  environment(): Record<string, string>;
  /** Sets `_X_AMZN_TRACE_ID`, or removes it. */
  trace(id: string | undefined): void;
  nextTick(callback: () => void): void;
  /** Ends the process; nothing after it runs. */
  exit(code: number): never;
  setImmediate(callback: () => void): Immediate;
  readonly tasks: Tasks;
  /** QuickJS's own error constructors. */
  readonly natives: Readonly<Record<string, NativeError>>;
}

export type NativeError = new (...args: never[]) => Error;

export interface Immediate {
  callback: (() => void) | undefined;
}

/** Work that waits for the host to come round to it. */
export interface Tasks {
  ticks: (() => void)[];
  immediates: Immediate[];
}

type Factory = (kit: Kit) => unknown;

const { parse } = JSON;
const TRACE = '_X_AMZN_TRACE_ID';

export function createKit(host: Bridge, major: number): Kit {
  const loaded = new Map<string, unknown>();
  let environment: Record<string, string> | undefined;
  let traceId: string | undefined;
  const tasks: Tasks = { ticks: [], immediates: [] };
  const load = (name: string): unknown => {
    if (loaded.has(name)) return loaded.get(name);
    const make = host(Op.builtin, name);
    const made = typeof make === 'function' ? (make as Factory)(kit) : undefined;
    loaded.set(name, made);
    return made;
  };
  const kit: Kit = {
    host,
    major,
    tasks,
    natives: {
      Error,
      TypeError,
      RangeError,
      SyntaxError,
      ReferenceError,
      EvalError,
      URIError,
      AggregateError,
    },
    ask(op, ...args) {
      const answer = host(op, ...args);
      if (typeof answer === 'string' && answer[0] === FAILURE) throw kit.failure(answer.slice(1));
      return answer;
    },
    builtin: load,
    internal: (name) => load(`internal/${name}`),
    failure: (json) => errors().failure(parse(json) as Failure),
    stackOf: (error) => errors().stackOf(error),
    format: (values, quoted) => (load('internal/format') as Pick<Kit, 'format'>).format(values, quoted),
    environment() {
      if (!environment) {
        environment = parse(String(host(Op.environment))) as Record<string, string>;
        kit.trace(traceId);
      }
      return environment;
    },
    trace(id) {
      traceId = id;
      if (id === undefined) delete environment?.[TRACE];
      else if (environment) environment[TRACE] = id;
    },
    nextTick(callback) {
      if (tasks.ticks.push(callback) === 1) host(Op.wakeMe, 0);
    },
    exit(code) {
      host(Op.exit, code);
      // The host stops the code at its next look: no catch or finally of the learner's runs.
      for (;;);
    },
    setImmediate(callback) {
      const immediate = { callback };
      if (tasks.immediates.push(immediate) === 1) host(Op.wakeMe, 1);
      return immediate;
    },
  };
  const errors = (): ErrorsPart => load('internal/errors') as ErrorsPart;
  return kit;
}

/** The part of internal/errors that the kit relies on. */
export interface ErrorsPart {
  failure(failure: Failure): Error;
  stackOf(error: { stack?: unknown; name?: unknown; message?: unknown }): string;
}
