import type { Question, QuestionOption } from '$lib/lesson/types';
import { SvelteMap } from 'svelte/reactivity';
import type { Learner } from '../learner.svelte';
import { isRight, optionsOfAttempt } from './grade';

/** A question as it stands before the learner: picked at, answered, or to be answered again. */
export interface QuestionState {
  readonly question: Question;
  /** In the order of this attempt; for an ordering once touched, in the learner's order. */
  readonly options: readonly QuestionOption[];
  readonly picked: readonly string[];
  readonly answered: boolean;
  /** Only when answered. */
  readonly right: boolean;
}

interface Turn {
  readonly attempt: number;
  readonly picked: readonly string[];
  readonly answered: boolean;
}

/** The questions at the end of a lesson. Answers given on an earlier visit stand until they are tried again. */
export class Quiz {
  readonly #questions: readonly Question[];
  readonly #learner: Learner;
  readonly #turns = new SvelteMap<string, Turn>();

  constructor(questions: readonly Question[], learner: Learner) {
    this.#questions = questions;
    this.#learner = learner;
  }

  get states(): readonly QuestionState[] {
    return this.#questions.map((question) => this.#state(question));
  }

  get answered(): number {
    return this.states.filter(({ answered }) => answered).length;
  }

  get right(): number {
    return this.states.filter(({ right }) => right).length;
  }

  get done(): boolean {
    return this.states.every(({ answered }) => answered);
  }

  /** Chooses an option: alone, or in a question with several right ones beside others; again is to take it back. */
  pick(question: Question, option: string): void {
    const { picked } = this.#turn(question);
    if (question.kind !== 'multiple') this.#change(question, [option]);
    else if (picked.includes(option))
      this.#change(
        question,
        picked.filter((id) => id !== option),
      );
    else this.#change(question, [...picked, option]);
  }

  /** Moves the option at one place of an ordering to another place. */
  move(question: Question, from: number, to: number): void {
    const order = this.#state(question).options.map(({ id }) => id);
    const [moved] = order.splice(from, 1);
    if (moved === undefined) return;
    order.splice(to, 0, moved);
    this.#change(question, order);
  }

  /** Answers with what is picked. An ordering may be answered as it was found. */
  answer(question: Question): void {
    const turn = this.#turn(question);
    const ordered = question.kind === 'ordering' && turn.picked.length === 0;
    const picked = ordered ? this.#state(question).options.map(({ id }) => id) : turn.picked;
    if (turn.answered || picked.length === 0) return;
    this.#turns.set(question.id, { ...turn, picked, answered: true });
    this.#learner.recordAnswer(question.id, picked, isRight(question, picked));
  }

  /** Asks again, with the options in a new order. */
  retry(which: 'wrong' | 'all'): void {
    for (const { question, right } of this.states) {
      if (which === 'wrong' && right) continue;
      const attempt = this.#learner.answer(question.id)?.attempts ?? 0;
      this.#turns.set(question.id, { attempt, picked: [], answered: false });
    }
  }

  #change(question: Question, picked: readonly string[]): void {
    const turn = this.#turn(question);
    if (!turn.answered) this.#turns.set(question.id, { ...turn, picked });
  }

  #turn({ id, options }: Question): Turn {
    const turn = this.#turns.get(id);
    if (turn !== undefined) return turn;
    const earlier = this.#learner.answer(id);
    // Options may have been renamed since: an answer that no longer fits is asked again.
    const fits = earlier?.chosen.every((choice) => options.some((option) => option.id === choice)) ?? false;
    if (earlier === undefined || !fits)
      return { attempt: earlier?.attempts ?? 0, picked: [], answered: false };
    return { attempt: earlier.attempts - 1, picked: earlier.chosen, answered: true };
  }

  #state(question: Question): QuestionState {
    const { attempt, picked, answered } = this.#turn(question);
    const shown = optionsOfAttempt(question, attempt);
    const place = ({ id }: QuestionOption) => picked.indexOf(id);
    const options =
      question.kind === 'ordering' && picked.length > 0
        ? shown.toSorted((a, b) => place(a) - place(b))
        : shown;
    return { question, options, picked, answered, right: answered && isRight(question, picked) };
  }
}
