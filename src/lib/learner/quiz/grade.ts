import type { Question, QuestionOption } from '$lib/lesson/types';
import { shuffled } from './shuffle';

/** Whether these options, in this order, answer the question. */
export function isRight({ kind, options }: Question, chosen: readonly string[]): boolean {
  const right = options.filter(({ correct }) => correct).map(({ id }) => id);
  if (right.length !== chosen.length) return false;
  return kind === 'ordering'
    ? right.every((id, index) => id === chosen[index])
    : right.every((id) => chosen.includes(id));
}

/** The options as they are shown at an attempt (from 0): a new order each time; an ordering never begins solved. */
export function optionsOfAttempt(question: Question, attempt: number): QuestionOption[] {
  const { id, kind, options } = question;
  const order = shuffled(options, `${id}/${attempt}`);
  const solved = kind === 'ordering' && order.every((option, index) => option.id === options[index]?.id);
  return solved ? order.toReversed() : order;
}
