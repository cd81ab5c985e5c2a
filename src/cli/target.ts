import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '$lib/scenario/fault';
import { decodeLink, isLink } from '$lib/scenario/link';
import { lessonTarget } from './lesson-target';
import { Refusal, type Place } from './place';
import type { StepAction } from '$lib/lesson/types';

/** What a command is given to work on: a scenario's text, and what is done to it beside its workload. */
export interface Target {
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
  /** A lesson's step is done by hand: its actions, one after another. */
  readonly actions: readonly StepAction[];
}

/** A scenario's text is at most 1 MiB; a file of more is not even read. */
const FILE_BYTES_MAX = 2 * 1_048_576;

/** Reads a file (`-` is the standard input), a lesson or a link. Throws {@link Refusal}. */
export async function readTarget(given: string, place: Place, solution: boolean): Promise<Target> {
  if (isLink(given)) return linkTarget(given);
  if (given === '-') return { name: 'stdin', text: readFileSync(0, 'utf8'), actions: [] };
  const file = path.resolve(place.cwd, given);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) {
    if (stat.size > FILE_BYTES_MAX)
      throw new Refusal(`${given}: The scenario is larger than 1 MiB (1,048,576 bytes).`);
    return { name: given, text: readFileSync(file, 'utf8'), actions: [] };
  }
  const lesson = lessonTarget(given, path.join(place.root, 'lessons'), solution);
  if (lesson) return lesson;
  const lessons = lessonNames(path.join(place.root, 'lessons'));
  throw new Refusal(
    `${given}: There is no such file in ${place.cwd}, and no such lesson. Lessons: ${lessons.join(', ')}.`,
  );
}

async function linkTarget(link: string): Promise<Target> {
  const decoded = await decodeLink(link);
  if (!decoded.ok) throw new Refusal(formatFaults('link', decoded.faults));
  return { name: 'link', text: decoded.text, actions: [] };
}

/** One line a fault: `orders.yaml:12:9: template.Resources.Orders.Properties.MemorySize: …`. */
export function formatFaults(name: string, faults: readonly Fault[]): string {
  return faults
    .map(({ path, message, line, column }) =>
      [line === undefined ? name : `${name}:${line}:${column ?? 1}`, path, message]
        .filter((part) => part !== '')
        .join(': '),
    )
    .join('\n');
}

function lessonNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+-/.test(name)) : [];
}
