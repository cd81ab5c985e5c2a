import { describe, expect, it } from 'vitest';
import { isRuleId } from '$lib/rules/index';
import { rulesLinked } from '$lib/lesson/authoring/markdown';
import { lessonSlugs, lessonSources, loadLesson } from '$lib/lesson/load';
import { sinceDeployment } from '$lib/lesson/run';
import { lessonChecks, lessonProofs, runProof } from '$lib/lesson/run-checks';
import { wrongAnswers, wrongFolders } from './authored';
import { Session } from './session';

const lessons = await Promise.all(lessonSlugs().map((slug) => loadLesson(slug)));

describe.each(lessons)('$slug: its content', (lesson) => {
  it('names only rules that exist', async () => {
    const { texts } = await lessonSources(lesson.slug);
    const cited = [
      ...lesson.rules,
      ...lesson.questions.flatMap(({ rules }) => rules),
      ...Object.values(texts).flatMap(rulesLinked),
    ];
    expect(cited.filter((id) => !isRuleId(id))).toEqual([]);
  });

  it('gives each step a starter, and lists each wrong answer that lies in its folder', async () => {
    const listed = await Promise.all(
      lesson.steps.map(async ({ id }) =>
        (await wrongAnswers(lesson.slug, id)).map(({ name }) => `wrong/${id}/${name}`),
      ),
    );
    expect(lesson.steps.filter(({ starter }) => Object.keys(starter).length === 0)).toEqual([]);
    expect((await wrongFolders(lesson.slug)).filter((path) => !listed.flat().includes(path))).toEqual([]);
  });

  it('asks five questions of several kinds, each with as many right options as its kind has', () => {
    expect(lesson.questions).toHaveLength(5);
    const kinds = new Set(lesson.questions.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['single', 'multiple', 'ordering', 'log']));
    for (const { id, kind, options, log } of lesson.questions) {
      const right = options.filter(({ correct }) => correct).length;
      if (kind === 'multiple') expect(right, id).toBeGreaterThan(1);
      else expect(right, id).toBe(kind === 'ordering' ? options.length : 1);
      if (kind === 'multiple') expect(right, id).toBeLessThan(options.length);
      expect(log !== undefined, id).toBe(kind === 'log');
      expect(new Set(options.map((option) => option.id)).size, id).toBe(options.length);
    }
  });

  it('has no more proofs than questions that are proved', async () => {
    const proved = lesson.questions.filter(({ proof }) => proof).map(({ id }) => id);
    expect(Object.keys(await lessonProofs(lesson.slug)).sort()).toEqual(proved.sort());
  });
});

it('gives each question an id of its own in the whole course', () => {
  const ids = lessons.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

const steps = lessons.flatMap((lesson) =>
  lesson.steps.map((step) => ({ lesson, step, name: `${lesson.slug}/${step.id}` })),
);

describe.each(steps)('$name', ({ lesson, step }) => {
  it('is not passed before anything has been done', async () => {
    const session = new Session();
    await session.work(lesson, step.solution ?? step.starter, []);
    const report = await session.check(lesson, step.id);
    expect(report.passed).toBe(false);
    expect(report.outcome).toBeUndefined();
    expect(report.checks.map(({ state }) => state)).not.toContain('failed');
  });

  it('does not pass with the starter, whose run decides the prediction', async () => {
    const session = new Session();
    await session.work(lesson, step.starter, step.actions);
    const checks = (await lessonChecks(lesson.slug))[step.id];
    const answer = checks?.answer?.(await session.run());
    const report = await session.check(lesson, step.id, answer);
    expect(report.passed).toBe(step.solution === undefined);
    expect(step.prediction?.options.map(({ id }) => id)).toContain(report.outcome);
  });

  it('passes with the solution', async () => {
    const session = new Session();
    await session.work(lesson, step.solution ?? step.starter, step.actions);
    const checks = (await lessonChecks(lesson.slug))[step.id];
    const answer = checks?.answer?.(await session.run());
    expect(answer === undefined).toBe(step.ask === undefined);
    const report = await session.check(lesson, step.id, answer);
    expect(report.checks.filter(({ state }) => state !== 'passed')).toEqual([]);
    expect(report.passed).toBe(true);
  });

  it('passes with the solution after the starter was run, and remembers the prediction’s outcome', async () => {
    if (!step.solution) return;
    const session = new Session();
    await session.work(lesson, step.starter, step.actions);
    const before = await session.check(lesson, step.id);
    const functionName = step.actions.flatMap((action) =>
      action.kind === 'invoke' ? [action.functionName] : [],
    )[0];
    await session.deploy(functionName ?? '', step.solution);
    await session.perform(step.actions);
    const checks = (await lessonChecks(lesson.slug))[step.id];
    const report = await session.check(
      lesson,
      step.id,
      checks?.answer?.(sinceDeployment(await session.run())),
    );
    expect(report.checks.filter(({ state }) => state !== 'passed')).toEqual([]);
    expect(report.outcome).toBe(before.outcome);
  });

  it('meets each wrong answer with a message of its own', async () => {
    const checks = (await lessonChecks(lesson.slug))[step.id];
    for (const wrong of await wrongAnswers(lesson.slug, step.id)) {
      const session = new Session();
      await session.work(lesson, wrong.files, wrong.actions);
      const run = await session.run();
      const mistake = checks?.mistakes?.[wrong.name] ?? checks?.answer;
      const report = await session.check(lesson, step.id, mistake?.(run));
      expect(report.passed, wrong.name).toBe(false);
      const messages = report.checks.filter(({ state }) => state === 'failed').map(({ message }) => message);
      expect(messages.join('\n'), wrong.name).toContain(wrong.message);
    }
  });
});

const proofs = lessons.flatMap((lesson) =>
  lesson.questions.flatMap((question) =>
    question.proof ? [{ lesson, question, proof: question.proof, name: question.id }] : [],
  ),
);

describe.each(proofs)('the proof of $name', ({ lesson, question, proof }) => {
  it('shows that what is marked as right happens, and nothing else', async () => {
    const session = new Session();
    await session.open(proof.scenario);
    const report = await runProof(lesson.slug, question.id, await session.finish());
    if (question.kind === 'ordering') {
      expect(report.order).toEqual(question.options.map(({ id }) => id));
      return;
    }
    const decided = question.options.filter(({ id }) => proof.decides.includes(id));
    expect(report.happened).toEqual(Object.fromEntries(decided.map(({ id, correct }) => [id, correct])));
  });
});
