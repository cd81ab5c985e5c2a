/**
 * The contract between the Lambda service and the sandbox: one {@link Isolate} is the runtime process of one
 * execution environment. Whoever drives it owns time. Each call hands the isolate the present virtual time and gets
 * back a {@link Turn}: everything the code did, in order, each effect at its own virtual time, up to the moment
 * when nothing more can run before something happens from outside (a timer falls due, a host call is answered, the
 * next invocation arrives) or the deadline cuts the turn short.
 *
 * Only JSON text and primitives cross this boundary.
 */
import type { Bytes, Microseconds } from '$lib/kernel/units';

/** The runtimes whose interface client the sandbox reproduces. */
export type NodeRuntime = 'nodejs20.x' | 'nodejs22.x' | 'nodejs24.x';

/** Read-only deployment package: path below /var/task (`index.mjs`, `lib/a.js`) to its text. */
export type CodeFiles = ReadonlyMap<string, string>;

/** What `console.*` calls are logged as. */
export type LogLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';

/** Where in the learner's own files something happened; lines and columns count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `errorType`, `errorMessage` and `trace` as the Invoke response carries them, in that order. */
export interface ErrorPayload {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** Why a runtime process ended. `out-of-memory` is the kill of AWS; `crash` is a trap of the sandbox itself. */
export type ExitReason = 'exit' | 'out-of-memory' | 'uncaught-exception' | 'unhandled-rejection' | 'crash';

/** One thing that the code did, at a virtual time. */
export type Effect = { readonly at: Microseconds } & (
  | {
      /** A console call. `message` is the formatted text without timestamp, request id and level. */
      readonly kind: 'log';
      readonly level: LogLevel;
      readonly message: string;
      /** The request id that the runtime would print: undefined before the first invocation. */
      readonly requestId: string | undefined;
    }
  | {
      /** process.stdout/stderr.write: raw text without prefix. */ readonly kind: 'stdout';
      readonly text: string;
    }
  | { /** Initialisation done: the runtime asks for its first event. */ readonly kind: 'ready' }
  | {
      /** Initialisation failed. The runtime has logged `line` (see `log` effects) and will exit. */
      readonly kind: 'init-error';
      readonly error: ErrorPayload;
      readonly position: SourcePosition | undefined;
    }
  | {
      /** The handler's result as JSON text, posted to the Runtime API. */ readonly kind: 'response';
      readonly body: string;
    }
  | {
      /** The handler failed and the runtime said so; the process lives on. */
      readonly kind: 'error';
      readonly error: ErrorPayload;
      readonly position: SourcePosition | undefined;
    }
  | {
      /** The process ended. `code` is its exit status; `signal` is set when it was killed. */
      readonly kind: 'exit';
      readonly reason: ExitReason;
      readonly code: number;
      readonly signal: 'killed' | 'aborted' | undefined;
      /** What the runtime reported before it died (Node 22's Runtime.UnhandledPromiseRejection and the like). */
      readonly error: ErrorPayload | undefined;
      readonly position: SourcePosition | undefined;
    }
  | {
      /** A call that the host must answer with {@link Isolate.settle} (AWS SDK calls). */
      readonly kind: 'call';
      readonly id: number;
      readonly service: string;
      readonly action: string;
      /** JSON text. */
      readonly input: string;
    }
);

/** What one call into an isolate led to. */
export interface Turn {
  readonly effects: readonly Effect[];
  /** When the CPU came to rest: the present plus the CPU time used. Equals the deadline when `timedOut`. */
  readonly endedAt: Microseconds;
  /** The deadline came while code was still running. The process cannot go on: dispose of it. */
  readonly timedOut: boolean;
  /** The earliest pending timer; undefined when no timer is pending or the process has ended. */
  readonly wakeAt: Microseconds | undefined;
  /** The process is gone (exit, crash, out of memory, timed out): only {@link Isolate.dispose} may follow. */
  readonly ended: boolean;
  /** Heap in use at the end of the turn. */
  readonly heapUsed: Bytes;
}

export interface InvokeInput {
  readonly requestId: string;
  /** JSON text of the event. */
  readonly event: string;
  /** The data members of the context object, as the interface client gives them. */
  readonly context: {
    readonly functionName: string;
    readonly functionVersion: string;
    readonly invokedFunctionArn: string;
    readonly memoryLimitInMB: string;
    readonly logGroupName: string;
    readonly logStreamName: string;
    readonly clientContext?: unknown;
    readonly identity?: unknown;
    readonly tenantId?: string;
  };
  /** Value of `_X_AMZN_TRACE_ID` during this invocation. */
  readonly traceId: string | undefined;
}

export interface Isolate {
  /** Runs the initialisation: the runtime, then the module's top-level code. */
  start(now: Microseconds, deadline: Microseconds): Turn;
  /** Delivers an event to a ready isolate. Overdue timers of earlier invocations run after the handler's first synchronous part. */
  invoke(now: Microseconds, deadline: Microseconds, input: InvokeInput): Turn;
  /** Runs what has become due: timers, and the microtasks that follow. Never called while frozen. */
  wake(now: Microseconds): Turn;
  /** Answers a `call` effect with JSON text. */
  settle(now: Microseconds, id: number, outcome: { readonly ok: string } | { readonly error: string }): Turn;
  dispose(): void;
}

export interface IsolateOptions {
  readonly code: CodeFiles;
  /** `file.export`, as the function's Handler property. */
  readonly handler: string;
  readonly runtime: NodeRuntime;
  /** The whole of process.env at start. */
  readonly environment: Readonly<Record<string, string>>;
  /** /tmp: made by {@link Sandbox.createTmp}; outlives the process, dies with the execution environment. */
  readonly tmp: Tmp;
  /** How much heap the learner's code may use before the environment is killed for memory. */
  readonly heapLimit: Bytes;
  /** Share of one vCPU that the process has: 1 at 1,769 MB and above. */
  readonly cpuShare: number;
  /** What Date.now() shows at virtual time 0: milliseconds since 1970. */
  readonly epochMs: number;
  /** Seeded source for Math.random and randomUUID: an unsigned 32-bit integer a call. */
  readonly random: () => number;
}

/** An execution environment's /tmp. */
export interface Tmp {
  readonly limit: Bytes;
  readonly used: Bytes;
  /** For the environments panel: path (`/tmp/a.txt`) and size, sorted by path. */
  list(): readonly { readonly path: string; readonly size: Bytes }[];
}

/** One function's sandbox: one WASM instance with memory of its own, replaced when it breaks. */
export interface Sandbox {
  createTmp(limit: Bytes): Tmp;
  createIsolate(options: IsolateOptions): Isolate;
  /** Throws the WASM instances away. */
  dispose(): void;
}
