import { isJsonObject, type Json, type JsonObject } from '$lib/scenario/json';
import type { Question } from '../types';
import type { Markdown } from './markdown';
import type { AuthoredQuestion } from './schema';

/** Questions with their texts as HTML and the whole scenario of each proof. */
export function readQuestions(
  questions: readonly AuthoredQuestion[],
  scenario: JsonObject,
  { block, inline }: Markdown,
): Question[] {
  return questions.map((question) => ({
    id: question.id,
    kind: question.kind,
    promptHtml: block(question.prompt),
    log: question.log,
    options: question.options.map(({ id, text, correct, why }) => ({
      id,
      html: inline(text),
      correct: question.kind === 'ordering' || correct,
      explanationHtml: inline(why),
    })),
    explanationHtml: block(question.explanation),
    rules: question.rules,
    proof: question.proof && {
      noteHtml: inline(question.proof.note),
      scenario: proofScenario(question.proof, scenario),
      decides: question.options
        .map(({ id }) => id)
        .filter((id) => !Object.hasOwn(question.proof?.outside ?? {}, id)),
    },
  }));
}

type AuthoredProof = NonNullable<AuthoredQuestion['proof']>;

/**
 * The lesson's scenario with the proof's code, workload and end. A function that the proof names gets the properties
 * given there; one that the lesson does not have is made after the lesson's first.
 */
function proofScenario({ functions, files, workload, until }: AuthoredProof, scenario: JsonObject): string {
  const template = object(scenario['template']);
  const resources = object(template['Resources']);
  const model = object(Object.values(resources)[0]);
  const changed = Object.entries(functions ?? {}).map(([name, properties]) => {
    const resource = object(resources[name] ?? model);
    return [name, { ...resource, Properties: { ...object(resource['Properties']), ...properties } }] as const;
  });
  const whole = {
    ...scenario,
    template: { ...template, Resources: { ...resources, ...Object.fromEntries(changed) } },
    files,
    workload,
    until,
  };
  return JSON.stringify(whole, null, 2);
}

function object(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
