import { isJsonObject, type JsonObject } from '$lib/scenario/json';
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

/** The lesson's scenario with the proof's code, workload and end, and its changes to functions of the template. */
function proofScenario({ functions, files, workload, until }: AuthoredProof, scenario: JsonObject): string {
  const template = isJsonObject(scenario['template']) ? scenario['template'] : {};
  const resources = isJsonObject(template['Resources']) ? { ...template['Resources'] } : {};
  for (const [name, properties] of Object.entries(functions ?? {})) {
    const resource = isJsonObject(resources[name]) ? resources[name] : {};
    const own = isJsonObject(resource['Properties']) ? resource['Properties'] : {};
    resources[name] = { ...resource, Properties: { ...own, ...properties } };
  }
  const whole = { ...scenario, template: { ...template, Resources: resources }, files, workload, until };
  return JSON.stringify(whole, null, 2);
}
