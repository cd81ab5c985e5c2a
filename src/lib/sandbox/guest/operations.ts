import type { Microseconds } from '$lib/kernel/units';
import type { Compiler } from '../engine/compiler';
import type { Outcome, Vm } from '../engine/vm';
import type { Disk } from '../files/disk';
import type { IsolateOptions, LogLevel } from '../isolate';
import { partSource } from '../modules/builtins';
import { resolveHandler } from '../modules/handler';
import type { CodePackage } from '../modules/package';
import { wrapCommonJs } from '../modules/wrapper';
import type { Report } from '../vm/bridge';
import { Op, ReportKind } from '../vm/bridge';
import type { Answer, Arguments } from './arguments';
import { argumentsAt, failure } from './arguments';
import { LIBRARY } from './library';
import { crashText } from './crash-text';
import type { Loaded, Loader } from './loader';
import { syntaxFailure } from './loader';
import type { Meter } from './meter';
import type { Outputs } from './outputs';
import { v8Message } from './messages';
import { INTERNAL_FILE, jsonPlace, thrownAt, v8Frames } from './stack';
import type { Timers } from './timers';

/** What the operations see of an isolate. */
export interface Process {
  readonly vm: Vm;
  readonly compiler: Compiler;
  readonly options: IsolateOptions;
  readonly code: CodePackage;
  readonly disk: Disk;
  readonly loader: Loader;
  readonly meter: Meter;
  readonly outputs: Outputs;
  readonly timers: Timers;
  readonly uptime: Microseconds;
  requestId: string | undefined;
  finishing: boolean;
  ticksWaiting: boolean;
  immediatesWaiting: boolean;
  /** A result that is posted once the promise jobs that wait are done. */
  nextResponse: string | undefined;
  /** Posts the result: the process will ask for its next event. */
  respond(body: string): void;
  exit(code: number): void;
  heapUsed(): number;
  dueAfter(delayMs: number): Microseconds;
}

/** CPU time of any call of the host, in ticks. */
const TICKS_A_CALL = 0.01;
/** CPU time of writing a log line, in ticks: some 20 µs, as console.log takes in Node. */
const TICKS_A_LINE = 0.2;
const TICKS_A_CHARACTER = 0.000_1;

export type Operation = (process: Process, args: Arguments) => Answer;

const OPERATIONS: Readonly<Record<number, Operation>> = {
  [Op.log](process, args) {
    const message = args.text(1);
    process.meter.charge(TICKS_A_LINE + message.length * TICKS_A_CHARACTER);
    // Only the client calls this, with one of the levels.
    process.outputs.log(args.text(0) as LogLevel, message, process.requestId);
    return undefined;
  },
  [Op.write](process, args) {
    const text = args.text(0);
    process.meter.charge(TICKS_A_LINE + text.length * TICKS_A_CHARACTER);
    process.outputs.write(text);
    return undefined;
  },
  [Op.exit](process, args) {
    process.exit(args.number(0));
    return undefined;
  },
  [Op.respond](process, args) {
    process.respond(args.text(0));
    return undefined;
  },
  [Op.respondNext](process, args) {
    process.nextResponse = args.text(0);
    return undefined;
  },
  [Op.report](process, args) {
    // The guest's own client wrote it; a learner who forges it deceives only themselves, with an error.
    const report = JSON.parse(args.text(1)) as Report;
    const kind = args.number(0);
    if (kind === ReportKind.initError) process.outputs.initError(report);
    else if (kind === ReportKind.uncaught) process.outputs.fatal(report, 'uncaught-exception');
    else if (kind === ReportKind.unhandled) process.outputs.fatal(report, 'unhandled-rejection');
    else {
      process.outputs.handlerError(report);
      process.finishing = true;
    }
    return undefined;
  },
  [Op.ready](process) {
    process.outputs.push({ kind: 'ready' });
    process.finishing = true;
    return undefined;
  },
  [Op.setTimer](process, args) {
    const due = process.dueAfter(args.number(1));
    process.timers.set(args.number(0), due, args.number(2) !== 0, process.requestId);
    return undefined;
  },
  [Op.clearTimer](process, args) {
    process.timers.clear(args.number(0));
    return undefined;
  },
  [Op.refTimer](process, args) {
    process.timers.setCounts(args.number(0), args.number(1) !== 0);
    return undefined;
  },
  [Op.wakeMe](process, args) {
    if (args.number(0) === 0) process.ticksWaiting = true;
    else process.immediatesWaiting = true;
    return undefined;
  },
  [Op.remaining]: (process) => process.meter.remaining,
  [Op.environment]: (process) => JSON.stringify(process.options.environment),
  [Op.builtin](process, args) {
    const name = args.text(0);
    const source = partSource(name);
    if (source === undefined) return undefined;
    const file = INTERNAL_FILE + (name.startsWith('internal/') ? name.slice('internal/'.length) : name);
    return fromOutcome(process, process.vm.run(process.compiler.bytecode(source, file)));
  },
  [Op.resolveHandler]: ({ options, code }) =>
    JSON.stringify(resolveHandler(options.handler, code, options.runtime)),
  [Op.resolve]: (process, args) => fromLoaded(process.loader.resolveRequire(args.text(0), args.text(1))),
  [Op.compile](process, args) {
    const path = args.text(0);
    let source: string | undefined;
    try {
      source = process.code.code(path);
    } catch (error) {
      return failure(syntaxFailure(error));
    }
    if (source === undefined) return failure({ message: `Cannot find module '${path}'` });
    return fromOutcome(process, process.vm.evaluateAfresh(args.argv, wrapCommonJs(source), path));
  },
  [Op.source]: (process, args) => process.code.text(args.text(0)),
  [Op.uptime]: (process) => process.uptime,
  [Op.stack]: ({ code, options }, args) => v8Frames(args.text(0), code, options.runtime),
  [Op.message]: ({ code }, args) =>
    v8Message(args.text(1), code, thrownAt(args.text(0)), jsonPlace(args.text(0))),
  [Op.crash](process, args) {
    process.outputs.write(crashText(process.code, args.text(0), args.text(1), args.number(2) === 1));
    return undefined;
  },
  [Op.heap]: (process) => process.heapUsed(),
};

const ALL: Readonly<Record<number, Operation>> = { ...OPERATIONS, ...LIBRARY };

/** Carries out the operation that the guest asks for, and gives back a JSValue or 0 for undefined. */
export function operate(process: Process, argv: number): number {
  const { vm } = process;
  process.meter.charge(TICKS_A_CALL);
  const operation = ALL[vm.number(vm.argument(argv, 0))];
  const answer = operation?.(process, argumentsAt(vm, argv));
  if (answer === undefined) return 0;
  if (typeof answer === 'string') return vm.newString(answer);
  if (typeof answer === 'number') return vm.newNumber(answer);
  return answer instanceof Uint8Array ? vm.newBuffer(answer) : answer.value;
}

function fromLoaded(loaded: Loaded): string {
  return 'text' in loaded ? loaded.text : failure(loaded.failure);
}

/** Gives the value on, or throws the error inside the guest. */
function fromOutcome({ vm }: Process, outcome: Outcome): Answer {
  return { value: outcome.ok ? outcome.value : vm.raise(outcome.error) };
}
