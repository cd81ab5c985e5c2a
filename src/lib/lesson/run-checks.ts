/** Judges a learner's run. Works in the worker and in Node; each lesson's checks are loaded when first needed. */
import type { LessonChecks, LessonProofs } from './check';
import { sinceDeployment, type LessonRun } from './run';
import type { ProofReport, StepReport } from './types';

const checkModules = import.meta.glob<{ steps: LessonChecks }>('/lessons/*/checks.ts');
const proofModules = import.meta.glob<{ proofs: LessonProofs }>('/lessons/*/proofs.ts');

/** The checks of a lesson's steps. Throws on an unknown lesson. */
export async function lessonChecks(slug: string): Promise<LessonChecks> {
  const load = checkModules[`/lessons/${slug}/checks.ts`];
  if (!load) throw new Error(`no lesson ${slug}`);
  return (await load()).steps;
}

/** What decides the questions of a lesson. Throws on an unknown lesson. */
export async function lessonProofs(slug: string): Promise<LessonProofs> {
  const load = proofModules[`/lessons/${slug}/proofs.ts`];
  if (!load) throw new Error(`no proofs for lesson ${slug}`);
  return (await load()).proofs;
}

/**
 * Checks one step. The checks see what the code now deployed has done; the prediction's outcome is read from the
 * whole run, so that it stays when the learner changes the code.
 */
export async function runChecks(slug: string, step: string, run: LessonRun): Promise<StepReport> {
  const stepChecks = (await lessonChecks(slug))[step];
  if (!stepChecks) throw new Error(`lesson ${slug} has no step ${step}`);
  const recent = sinceDeployment(run);
  const checks = stepChecks.checks.map(({ id, text, judge }) => ({ id, text, ...judge(recent) }));
  return {
    step,
    passed: checks.every(({ state }) => state === 'passed'),
    checks,
    outcome: stepChecks.outcome?.(run),
  };
}

/** Tells what the run of a question's proof has shown. */
export async function runProof(slug: string, question: string, run: LessonRun): Promise<ProofReport> {
  const proof = (await lessonProofs(slug))[question];
  if (!proof) throw new Error(`lesson ${slug} has no proof for question ${question}`);
  if ('order' in proof) return { question, order: proof.order(run), happened: undefined };
  const happened = Object.entries(proof.claims).map(([option, claim]) => [option, claim(run)] as const);
  return { question, order: undefined, happened: Object.fromEntries(happened) };
}
