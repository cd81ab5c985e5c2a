/**
 * The one function through which code inside QuickJS reaches the host, and the numbers of its operations. Both sides
 * import this file. Only text, numbers, ArrayBuffers (copied) and, from host to guest, functions pass.
 */
export const Op = {
  /** (level, text) */ log: 1,
  /** (text) */ write: 2,
  /** (code): the process ends. */ exit: 3,
  /** (JSON text): the invocation's result. */ respond: 4,
  /** (JSON text): the result, to be posted after the promise jobs that wait. */ respondNext: 33,
  /** (kind, JSON of the report): see {@link ReportKind}. */ report: 5,
  /** (): initialisation is done. */ ready: 6,
  /** (id, milliseconds, counts) counts: 1 keeps the process alive. */ setTimer: 7,
  /** (id) */ clearTimer: 8,
  /** (id, counts) */ refTimer: 9,
  /** (what): there are ticks (0) or immediates (1) to run. */ wakeMe: 10,
  /** () => milliseconds left until the deadline. */ remaining: 11,
  /** () => JSON of the environment variables. */ environment: 12,
  /** (name) => the function that makes a built-in module, or undefined. */ builtin: 13,
  /** (name) => JSON of {@link Resolved}. */ resolveHandler: 14,
  /** (specifier, from) => the path of a module that require() names, or a failure. */ resolve: 15,
  /** (path) => the wrapped CommonJS function. */ compile: 16,
  /** (path) => text of a file of the deployment package. */ source: 17,
  /** () => microseconds of virtual time since the process began. */ uptime: 18,
  /** (JSON of a value's description, JSON of options) => what util.inspect shows. */ inspect: 19,
  /** (raw stack) => V8's form of it. */ stack: 20,
  /** (V8 stack, the error as inspected, 1 if a promise was rejected): prints what Node prints as it dies. */ crash: 32,
  /** (raw stack, message) => the message of an error that QuickJS threw, in V8's words. */ message: 31,
  /** (name, ...): the file system. */ file: 21,
  /** (name, ...): digests and random bytes. */ crypto: 22,
  /** (name, ...): URL parsing. */ url: 23,
  /** (bytes, encoding, flags: 1 fatal, 2 keep the byte order mark) => JSON of the text. */ decode: 24,
  /** (text, encoding) => bytes. */ encode: 25,
  /** (service, action, JSON input, id): a call that the host answers later. */ call: 26,
  /** () => bytes of heap in use. */ heap: 27,
  /** (promise) => 0 pending, 1 fulfilled, 2 rejected. */ promiseState: 28,
  /** (promise) => its value or reason. */ promiseResult: 29,
  /** (label) => the encoding's proper name. */ encodingName: 30,
} as const;

export type Bridge = (op: number, ...args: readonly unknown[]) => unknown;

/** What the runtime tells the platform apart from a result. */
export const ReportKind = { initError: 1, invokeError: 2, uncaught: 3, unhandled: 4 } as const;

export interface Report {
  readonly error: {
    readonly errorType: string;
    readonly errorMessage: string;
    readonly trace?: readonly string[];
  };
  /** The raw stack of the error, for the position in the learner's file. */
  readonly stack: string;
}

/** How the handler is to be loaded. */
export type Resolved = FoundHandler | MissingHandler;

export interface FoundHandler {
  readonly kind: 'import' | 'require';
  readonly path: string;
  /** The way from the module to the handler: `a.b.c` names `b.c` in module `a`. */
  readonly keys: readonly string[];
  /** The whole handler string, for messages. */
  readonly handler: string;
}

export interface MissingHandler {
  readonly kind: 'malformed' | 'missing';
  readonly message: string;
}

/** A failure of a host operation: text that begins with this mark, followed by JSON of {@link Failure}. */
export const FAILURE = '\u0001';

export interface Failure {
  readonly type?: 'Error' | 'TypeError' | 'RangeError' | 'SyntaxError';
  readonly message: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The functions that the host calls. */
export interface Entry {
  /** Loads the handler's module. */
  start(): void;
  invoke(event: string, requestId: string, context: string): void;
  /** A timer is due. */
  fire(id: number): void;
  /** Runs immediates. */
  immediates(): void;
  /** Runs process.nextTick callbacks. Returns nothing. */
  ticks(): void;
  /** A promise was rejected, and nobody handles it. */
  rejected(reason: unknown, promise: unknown): void;
  /** A callback threw. */
  uncaught(error: unknown): void;
  /** Nothing more can happen. */
  beforeExit(): void;
  /** The host answers a call. */
  settle(id: number, ok: number, text: string): void;
  /** Makes an error object from JSON of a {@link Failure}. */
  failure(json: string): Error;
  /** The names that a built-in module exports, as JSON. */
  exportsOf(name: string): string;
}

export const ENTRY_NAMES = [
  'start',
  'invoke',
  'fire',
  'immediates',
  'ticks',
  'rejected',
  'uncaught',
  'beforeExit',
  'settle',
  'failure',
  'exportsOf',
] as const satisfies readonly (keyof Entry)[];
