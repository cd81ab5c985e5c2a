/** What went wrong, where the editor can show it: at its line. */
import type { Fault, ResponseView } from '$lib/worker/protocol';
import type { EditorProblem } from './editor/documents';
import { readFunctionError } from './panels/payload';

/** More of the same press of Run would only repeat themselves. */
const PROBLEMS_MAX = 20;

/** Errors of the newest calls that name a place in the learner's code, each place once. */
export function problemsOf(responses: readonly ResponseView[], faults: readonly Fault[]): EditorProblem[] {
  const problems = new Map<string, EditorProblem>();
  for (const { record, position, payload } of responses) {
    if (!position || problems.size >= PROBLEMS_MAX) continue;
    const failure = readFunctionError(payload);
    const message = `${failure?.errorType ?? 'Error'}: ${failure?.errorMessage ?? 'the invocation failed here'}`;
    problems.set(`${position.file}:${position.line}:${message}`, {
      ...position,
      id: record,
      message,
      kind: 'run-time',
    });
  }
  for (const fault of faults) {
    const place = placeOf(fault.path);
    if (place) problems.set(fault.path, { ...place, message: fault.message, kind: 'fault' });
  }
  return [...problems.values()];
}

/** `index.mjs:3:5`; other paths, such as `template.Resources.Hello`, name no line. */
function placeOf(path: string): { file: string; line: number; column: number } | undefined {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(path) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}
