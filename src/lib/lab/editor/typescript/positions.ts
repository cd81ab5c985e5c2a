/** Maps positions between the learner's text and the text that the worker reads, which has one insertion more. */
import type { Insertion } from './handler-types';

/** A position in the learner's text, in the worker's. */
export function toWorker(insertion: Insertion | undefined, position: number): number {
  if (insertion === undefined || position < insertion.at) return position;
  return position + insertion.text.length;
}

/** A position in the worker's text, in the learner's. Inside of the insertion there is only its place. */
export function toLearner(insertion: Insertion | undefined, position: number): number {
  if (insertion === undefined || position <= insertion.at) return position;
  return Math.max(insertion.at, position - insertion.text.length);
}

type InsertionOf = (fileName: string) => Insertion | undefined;

/**
 * A copy of an answer of the language service with every `{start, length}` mapped to the learner's text. Such a span
 * belongs to the file that it or the nearest thing around it names, else to the file that was asked about. Edits that
 * lie within the insertion are left out. Only plain data is walked through: a source file is handed on as it is.
 */
export function answerToLearner(answer: unknown, fileName: string, insertionOf: InsertionOf): unknown {
  if (Array.isArray(answer)) {
    const items: readonly unknown[] = answer;
    return items
      .filter((item) => !isWithin(item, insertionOf(fileName)))
      .map((item) => answerToLearner(item, fileName, insertionOf));
  }
  if (!isPlain(answer)) return answer;
  const file = fileNameOf(answer) ?? fileName;
  const insertion = insertionOf(file);
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(answer)) copy[key] = answerToLearner(value, file, insertionOf);
  const { start, length, position } = answer;
  if (typeof start === 'number' && typeof length === 'number') {
    copy['start'] = toLearner(insertion, start);
    copy['length'] = toLearner(insertion, start + length) - toLearner(insertion, start);
  }
  if (typeof position === 'number') copy['position'] = toLearner(insertion, position);
  return copy;
}

/** A text change (`{span, newText}`) of what the learner does not see. */
function isWithin(item: unknown, insertion: Insertion | undefined): boolean {
  if (insertion === undefined || !isRecord(item) || !isRecord(item['span'])) return false;
  const { start, length } = item['span'];
  if (typeof start !== 'number' || typeof length !== 'number') return false;
  const end = insertion.at + insertion.text.length;
  return start >= insertion.at && start < end && start + length <= end;
}

function fileNameOf(record: Record<string, unknown>): string | undefined {
  const { fileName, file } = record;
  if (typeof fileName === 'string') return fileName;
  if (isRecord(file) && typeof file['fileName'] === 'string') return file['fileName'];
  return undefined;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
