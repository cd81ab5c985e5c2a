import type { NodeRuntime, SourcePosition } from '../isolate';
import type { CodePackage } from '../modules/package';
import { TASK_ROOT } from '../modules/package';
import { isConstruction, v8Column } from './column';

/** The file name under which the interface client is compiled, as AWS's own lies there. */
export const RUNTIME_FILE = 'file:///var/runtime/index.mjs';
/** File names of the other parts of the sandbox that run inside QuickJS begin so. */
export const INTERNAL_FILE = 'node:internal/';

/** V8's Error.stackTraceLimit. */
const MAX_FRAMES = 10;

/** The receiver that V8 names before the handler, and the frame of the client below it. */
const BELOW: Readonly<Record<NodeRuntime, { receiver: string; frames: readonly string[] }>> = {
  'nodejs20.x': ric3(),
  'nodejs22.x': ric3(),
  'nodejs24.x': {
    receiver: 'BufferedInvokeProcessor',
    frames: [`    at BufferedInvokeProcessor.processInvoke (${RUNTIME_FILE}:1096:33)`],
  },
};

function ric3(): { receiver: string; frames: readonly string[] } {
  return { receiver: 'Runtime', frames: [`    at Runtime.handleOnceNonStreaming (${RUNTIME_FILE}:1173:29)`] };
}

/** What Node shows below the callback of a timer. */
const BELOW_TIMER = [
  '    at listOnTimeout (node:internal/timers:588:17)',
  '    at process.processTimers (node:internal/timers:523:7)',
];
const TIMERS_FILE = `${INTERNAL_FILE}timers`;
/** The file name that QuickJS gives to the text of JSON.parse. */
const JSON_TEXT = '<input>';

const ARRAY_METHODS =
  /^(at|every|filter|find|findIndex|findLast|flatMap|forEach|map|reduce|reduceRight|some|sort|from)$/;

export interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a QuickJS stack says that the error was thrown, if that is in the learner's files. */
export function thrownAt(raw: string): Frame | undefined {
  const [first] = raw.split('\n').flatMap(parseFrame);
  return first?.file.startsWith(TASK_ROOT) ? first : undefined;
}

/** The place in the text that JSON.parse refused. */
export function jsonPlace(raw: string): Frame | undefined {
  const [first] = raw.split('\n').flatMap(parseFrame);
  return first?.file === JSON_TEXT ? first : undefined;
}

/** Rewrites the frames of a QuickJS stack as V8 prints them, without a heading. */
export function v8Frames(raw: string, code: CodePackage, runtime: NodeRuntime): string {
  const frames = raw
    .split('\n')
    .flatMap(parseFrame)
    .filter(({ file }) => file !== JSON_TEXT);
  const lines: string[] = [];
  frames.forEach((frame, index) => {
    if (frame.file === TIMERS_FILE && frame.name === 'fire') lines.push(...BELOW_TIMER);
    if (frame.file.startsWith(INTERNAL_FILE)) return;
    const below = frames[index + 1];
    if (frame.file === 'native' && below?.file.startsWith(INTERNAL_FILE)) return;
    if (frame.file === RUNTIME_FILE) {
      if (frame.name === 'invoke') lines.push(...BELOW[runtime].frames);
      return;
    }
    lines.push(show(frame, below, code, runtime));
  });
  return lines.slice(0, MAX_FRAMES).join('\n');
}

function parseFrame(line: string): Frame[] {
  const match = /^ {4}at (?:(.*) \()?(.*?)(?::(\d+))?(?::(\d+))?\)?$/.exec(line);
  if (!match) return [];
  const [, name = '', file = '', at = '1', column = '1'] = match;
  return [{ name, file, line: Number(at), column: Number(column) }];
}

function show(frame: Frame, below: Frame | undefined, code: CodePackage, runtime: NodeRuntime): string {
  if (frame.file === 'native') {
    const owner = ARRAY_METHODS.test(frame.name)
      ? 'Array.'
      : /^(parse|stringify)$/.test(frame.name)
        ? 'JSON.'
        : '';
    return `    at ${owner}${frame.name} (<anonymous>)`;
  }
  const isModule = code.format(frame.file) === 'module';
  const column = v8Column(code, frame.file, frame.line, frame.column);
  const place = `${isModule ? 'file://' : ''}${frame.file}:${frame.line}:${column}`;
  const name = nameOf(frame, below, code, runtime);
  return name === '' ? `    at ${place}` : `    at ${name} (${place})`;
}

function nameOf(frame: Frame, below: Frame | undefined, code: CodePackage, runtime: NodeRuntime): string {
  const anonymous = frame.name === '' || frame.name.startsWith('<');
  if (!anonymous) {
    const isHandler = below?.file === RUNTIME_FILE && below.name === 'invoke';
    if (isHandler) return `${BELOW[runtime].receiver}.${frame.name}`;
    return below && isConstruction(code, below) ? `new ${frame.name}` : frame.name;
  }
  const isTopLevel = code.format(frame.file) !== 'module' && below?.file === RUNTIME_FILE;
  return isTopLevel ? 'Object.<anonymous>' : '';
}

/** The first place in the learner's own files that a V8 stack names. */
export function positionIn(stack: string): SourcePosition | undefined {
  const inFrames = new RegExp(`${TASK_ROOT}/([^\\s:()]+):(\\d+):(\\d+)`).exec(stack);
  const [, file, line, column] = inFrames ?? [];
  if (file === undefined) return undefined;
  return { file, line: Number(line), column: Number(column) };
}
