import type { Question, QuestionKind } from '$lib/lesson/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { Learner } from '../learner.svelte';
import { memoryDisk } from '../memory';
import { isRight, optionsOfAttempt } from './grade';
import { Quiz } from './quiz.svelte';
import { shuffled } from './shuffle';

function question(kind: QuestionKind, right: readonly string[], wrong: readonly string[] = []): Question {
  return {
    id: `q-${kind}`,
    kind,
    promptHtml: '',
    log: undefined,
    options: [...right, ...wrong].map((id) => ({
      id,
      html: id,
      correct: right.includes(id),
      explanationHtml: '',
    })),
    explanationHtml: '',
    rules: [],
    proof: undefined,
  };
}

const single = question('single', ['a'], ['b', 'c']);
const multiple = question('multiple', ['a', 'b'], ['c', 'd']);
const ordering = question('ordering', ['a', 'b', 'c', 'd']);

const order = (quiz: Quiz, { id }: Question) =>
  quiz.states.find(({ question }) => question.id === id)!.options.map((option) => option.id);

describe('shuffling', () => {
  it('is the same for the same seed and keeps everything', () => {
    const list = 'a b c d e f g h'.split(' ');
    expect(shuffled(list, 'x')).toEqual(shuffled(list, 'x'));
    expect(shuffled(list, 'x')).not.toEqual(shuffled(list, 'y'));
    expect(shuffled(list, 'x').toSorted()).toEqual(list);
  });

  it('puts each thing in each place about equally often', () => {
    const firsts = Array.from({ length: 4000 }, (_, seed) => shuffled(['a', 'b', 'c', 'd'], `${seed}`)[0]);
    for (const id of ['a', 'b', 'c', 'd'])
      expect(Math.abs(firsts.filter((first) => first === id).length - 1000)).toBeLessThan(120);
  });

  it('never shows an ordering already solved', () => {
    const two = question('ordering', ['a', 'b']);
    for (let attempt = 0; attempt < 50; attempt++)
      expect(optionsOfAttempt(two, attempt).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('an answer', () => {
  it('to a question with one right option is right with that one', () => {
    expect(isRight(single, ['a'])).toBe(true);
    expect(isRight(single, ['b'])).toBe(false);
    expect(isRight(single, [])).toBe(false);
  });

  it('to a question with several needs all of them and no other', () => {
    expect(isRight(multiple, ['b', 'a'])).toBe(true);
    expect(isRight(multiple, ['a'])).toBe(false);
    expect(isRight(multiple, ['a', 'b', 'c'])).toBe(false);
    expect(isRight(multiple, ['a', 'c'])).toBe(false);
  });

  it('to an ordering needs every thing in its place', () => {
    expect(isRight(ordering, ['a', 'b', 'c', 'd'])).toBe(true);
    expect(isRight(ordering, ['a', 'c', 'b', 'd'])).toBe(false);
  });
});

describe('a quiz', () => {
  let learner: Learner;
  let quiz: Quiz;

  beforeEach(async () => {
    learner = new Learner(
      () => Promise.resolve(memoryDisk()),
      () => 0,
    );
    await learner.start();
    quiz = new Quiz([single, multiple, ordering], learner);
  });

  it('counts what is right, and remembers the answers', () => {
    quiz.pick(single, 'b');
    quiz.pick(single, 'a');
    quiz.answer(single);
    quiz.pick(multiple, 'a');
    quiz.answer(multiple);
    expect(quiz).toMatchObject({ right: 1, answered: 2, done: false });
    expect(learner.answer('q-single')).toMatchObject({ chosen: ['a'], correct: true });
    expect(learner.answer('q-multiple')).toMatchObject({ chosen: ['a'], correct: false });
  });

  it('takes back one of several picks', () => {
    quiz.pick(multiple, 'a');
    quiz.pick(multiple, 'c');
    quiz.pick(multiple, 'c');
    expect(quiz.states[1]!.picked).toEqual(['a']);
  });

  it('is not answered with nothing picked, nor changed once answered', () => {
    quiz.answer(single);
    expect(quiz.answered).toBe(0);
    quiz.pick(single, 'b');
    quiz.answer(single);
    quiz.pick(single, 'a');
    quiz.answer(single);
    expect(learner.answer('q-single')).toMatchObject({ chosen: ['b'], attempts: 1 });
  });

  it('moves the things of an ordering into any order', () => {
    for (const id of ['d', 'c', 'b', 'a']) quiz.move(ordering, order(quiz, ordering).indexOf(id), 0);
    expect(order(quiz, ordering)).toEqual(['a', 'b', 'c', 'd']);
    quiz.answer(ordering);
    expect(quiz.right).toBe(1);
  });

  it('takes an ordering as it was found for an answer', () => {
    quiz.answer(ordering);
    expect(learner.answer('q-ordering')).toMatchObject({ correct: false });
    expect(learner.answer('q-ordering')!.chosen).toHaveLength(4);
  });

  it('shows the same options in the same order on the next visit', () => {
    quiz.pick(single, 'b');
    quiz.answer(single);
    const again = new Quiz([single], learner);
    expect(order(again, single)).toEqual(order(quiz, single));
    expect(again.states[0]).toMatchObject({ answered: true, right: false, picked: ['b'] });
  });

  it('asks only the wrong ones again, with the options in another order', () => {
    quiz.pick(single, 'a');
    quiz.answer(single);
    quiz.pick(multiple, 'd');
    quiz.answer(multiple);
    const before = order(quiz, multiple);
    quiz.retry('wrong');
    expect(quiz.states.map(({ answered }) => answered)).toEqual([true, false, false]);
    expect(order(quiz, multiple)).not.toEqual(before);
  });

  it('asks again where the kept answer names an option that is no longer there', () => {
    learner.recordAnswer('q-single', ['gone'], true);
    expect(new Quiz([single], learner).states[0]).toMatchObject({ answered: false, picked: [] });
  });
});
