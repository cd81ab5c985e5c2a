/**
 * The form of what an author writes. Every key says what it is for; `docs/writing-lessons.md` is held to this list by
 * a test.
 */
import { isJsonObject, type Json, type JsonObject } from '$lib/scenario/json';
import * as v from 'valibot';
import { isJson } from '../json';
import { durationSchema } from './duration';

const described = <const S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));

const JsonValue = v.custom<Json>(isJson, 'must be what JSON can say');
const JsonObject = v.custom<JsonObject>((value) => isJsonObject(value) && isJson(value), 'must be an object');

const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case-words-with-hyphens'),
);
const text = (max: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'), v.maxLength(max));
const Sentence = text(200);
const Paragraph = text(700);

export const FrontMatter = v.strictObject({
  title: described(text(70), 'Title of the lesson.'),
  summary: described(
    text(240),
    'What the learner will be able to do, in one or two sentences of plain text.',
  ),
  minutes: described(v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(60)), 'How long it takes.'),
  rules: described(v.pipe(v.array(v.string()), v.minLength(1)), 'Ids of the rules that the lesson teaches.'),
});

export const Invoke = v.strictObject({
  invoke: described(v.string(), 'Logical ID of the function that is called.'),
  event: described(v.optional(JsonValue), 'The test event; `{}` when left out.'),
  times: described(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 1),
    'How many invocations are sent at the same moment; 1 when left out.',
  ),
  rounds: described(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
    'How often that is done, each time after all answers have come; 1 when left out.',
  ),
});

export const Wait = v.strictObject({
  wait: described(durationSchema, 'How much virtual time passes: `10m`, `90s`.'),
});

/** Not a union: a fault is named as one of the form that the author had in mind. */
const Action = v.lazy((input) => (isJsonObject(input) && Object.hasOwn(input, 'wait') ? Wait : Invoke));

const Actions = v.pipe(v.array(Action), v.minLength(1), v.maxLength(40));

const PredictionOption = v.strictObject({
  id: described(Id, 'What the `outcome` function of `checks.ts` answers when this came true.'),
  text: described(Sentence, 'What the learner may expect. Markdown.'),
  note: described(Paragraph, 'Why one could think so, and what is the case. Markdown.'),
});

const Prediction = v.strictObject({
  question: described(Paragraph, 'What will happen when the starter code is run? Markdown.'),
  options: described(
    v.pipe(v.array(PredictionOption), v.minLength(2), v.maxLength(5)),
    'Which one holds is not written down: it is read from the run.',
  ),
});

const WrongAnswer = v.strictObject({
  name: described(
    Id,
    'Name of the mistake, and of its folder `wrong/<step>/<name>/` when it is a mistake in the code.',
  ),
  message: described(Sentence, 'A part of the message that the mistake must be met with.'),
  do: described(v.optional(Actions), 'What is done instead of the step’s own actions.'),
});

const Step = v.strictObject({
  id: described(Id, 'The id of the section of `lesson.md` that the step belongs to.'),
  goal: described(Sentence, 'One sentence: what is to be reached. Markdown.'),
  begins: described(
    v.optional(Id),
    'Id of an earlier step with whose finished code this one begins; without it `starter/<id>/` is read.',
  ),
  predict: described(v.optional(Prediction), 'What the learner is asked before the first run.'),
  do: described(Actions, 'What is to be done in the lab. The tests do the same.'),
  ask: described(
    v.optional(
      v.strictObject({
        label: described(Sentence, 'What is to be looked up in the run and typed in. Markdown.'),
        kind: described(v.picklist(['number', 'text']), 'What is typed.'),
      }),
    ),
    'Something to find in the run. Its `answer` in `checks.ts` reads what is right.',
  ),
  hints: described(
    v.pipe(v.array(Paragraph), v.minLength(1), v.maxLength(4)),
    'From a nudge to nearly the answer. Markdown.',
  ),
  wrong: described(v.pipe(v.array(WrongAnswer), v.minLength(1)), 'Plausible wrong answers.'),
});

export const Steps = v.pipe(v.array(Step), v.minLength(1), v.maxLength(8));

const QuestionOption = v.strictObject({
  id: described(Id, 'What the proof names it by.'),
  text: described(text(300), 'The option. Markdown.'),
  correct: described(
    v.optional(v.boolean(), false),
    'True for a right option; left out elsewhere and in orderings.',
  ),
  why: described(Paragraph, 'Why it is right or wrong; in an ordering, why it stands there. Markdown.'),
});

const Proof = v.strictObject({
  note: described(Sentence, 'What to look at in the run. Markdown.'),
  functions: described(
    v.optional(v.record(v.string(), JsonObject)),
    'Properties that functions get in this run, by logical ID; a new one begins as the lesson’s first function.',
  ),
  files: described(v.record(v.string(), v.string()), 'Code of the run, by path in the scenario.'),
  workload: described(v.pipe(v.array(JsonObject), v.minLength(1)), 'As in a scenario.'),
  until: described(v.string(), 'When the run ends, as in a scenario.'),
  outside: described(
    v.optional(v.record(Id, Sentence), {}),
    'Options that the simulator cannot decide, each with the reason.',
  ),
});

const Question = v.strictObject({
  id: described(Id, 'Unique in the course; never changes.'),
  kind: described(
    v.picklist(['single', 'multiple', 'ordering', 'log']),
    'One right option; several; options to be put in order (written in the right order); one right option about log lines.',
  ),
  prompt: described(Paragraph, 'The question. Markdown.'),
  log: described(v.optional(text(3000)), 'Only for `log`: the lines, as CloudWatch Logs shows them.'),
  options: described(v.pipe(v.array(QuestionOption), v.minLength(3), v.maxLength(7)), 'What can be chosen.'),
  explanation: described(Paragraph, 'What to take away, whatever was answered. Markdown.'),
  rules: described(v.pipe(v.array(v.string()), v.minLength(1)), 'Ids of the rules that decide it.'),
  proof: described(v.optional(Proof), 'A run that shows which options are true; `proofs.ts` reads it.'),
});

export const Questions = v.pipe(v.array(Question), v.minLength(1));

export type FrontMatter = v.InferOutput<typeof FrontMatter>;
export type AuthoredStep = v.InferOutput<typeof Step>;
export type AuthoredQuestion = v.InferOutput<typeof Question>;
export type AuthoredActions = v.InferOutput<typeof Actions>;
