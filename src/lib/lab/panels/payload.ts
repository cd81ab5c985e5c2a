/** Reading what an invocation gave back. */
import * as v from 'valibot';
import type { Position } from '$lib/kernel/position';

const errorSchema = v.object({
  errorType: v.optional(v.string()),
  errorMessage: v.optional(v.string()),
  trace: v.optional(v.array(v.string())),
});

export type FunctionError = v.InferOutput<typeof errorSchema>;

/** More text than this is cut, with its size told: a payload may have 6 MB. */
const SHOWN_MAX = 20_000;

/** JSON indented by two spaces; anything else as it is. */
export function prettyPayload(payload: string): string {
  try {
    const value: unknown = JSON.parse(payload);
    return JSON.stringify(value, null, 2);
  } catch {
    return payload;
  }
}

/** The beginning of a long text, and how much is left out. */
export function shortened(text: string): { readonly text: string; readonly left: number } {
  return text.length <= SHOWN_MAX
    ? { text, left: 0 }
    : { text: text.slice(0, SHOWN_MAX), left: text.length - SHOWN_MAX };
}

/** The members of a function error's payload; undefined if it is none. */
export function readFunctionError(payload: string | undefined): FunctionError | undefined {
  if (payload === undefined) return undefined;
  try {
    const parsed = v.safeParse(errorSchema, JSON.parse(payload));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** A place in the learner's own files that a stack line names: `at handler (file:///var/task/index.mjs:3:9)`. */
export function positionInLine(line: string): Position | undefined {
  const parts = /(?:file:\/\/)?\/var\/task\/([^\s():]+):(\d+):(\d+)/.exec(line);
  const [, file, row, column] = parts ?? [];
  if (file === undefined) return undefined;
  return { file, line: Number(row), column: Number(column) };
}
