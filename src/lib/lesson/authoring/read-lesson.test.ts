import { describe, expect, it } from 'vitest';
import { passed } from '../check';
import { markdown } from './markdown';
import { LessonFault, readLesson, type LessonSources } from './read-lesson';

const html = markdown({ rule: (id) => `../rules/#${id}` });

const STEP = `
- id: try-it
  goal: Send *one* event.
  do:
    - { invoke: Hello, event: { n: 1 }, times: 20, rounds: 2 }
    - { wait: 10m }
  hints: [Press the button.]
  wrong: [{ name: nothing, message: Nothing }]
`;

const QUESTION = `
- id: first
  kind: single
  prompt: What?
  options:
    - { id: a, text: This, correct: true, why: So it is. }
    - { id: b, text: That, why: It is not. }
    - { id: c, text: Other, why: It is not. }
  explanation: So.
  rules: [lambda.cold-start]
  proof:
    note: Look.
    functions: { Slow: { MemorySize: 256 } }
    files: { 'hello/index.mjs': 'export const handler = async () => 1;' }
    workload: [{ at: 0s, call: 'lambda:Invoke', input: { FunctionName: Hello } }]
    until: 1m
`;

const TEXTS = {
  'lesson.md':
    '---\ntitle: A\nsummary: B\nminutes: 5\nrules: [lambda.cold-start]\n---\nIntro.\n\n## Try it {#try-it}\nSee [why](rule:lambda.cold-start).\n\n## End\nDone.\n',
  'scenario.yaml':
    'coldstart: 1\ntemplate: {Resources: {Hello: {Type: AWS::Serverless::Function, Properties: {MemorySize: 128, CodeUri: ./hello}}}}\n',
  'steps.yaml': STEP,
  'questions.yaml': QUESTION,
  'starter/try-it/hello/index.mjs': 'export const handler = async () => 1;\n',
};

const CHECKS = { 'try-it': { checks: [{ id: 'a', text: 'A', judge: () => passed('yes') }] } };

function read(change: Partial<typeof TEXTS> = {}, checks: LessonSources['checks'] = CHECKS) {
  return readLesson({ slug: '07-try', texts: { ...TEXTS, ...change }, checks }, html);
}

describe('reading a lesson’s folder', () => {
  it('gives the page its texts as HTML, with links to the rules', () => {
    const lesson = read();
    expect(lesson).toMatchObject({ slug: '07-try', number: 7, introHtml: '<p>Intro.</p>' });
    expect(lesson.closingHtml).toContain('Done.');
    expect(lesson.steps[0]?.html).toBe(
      '<p>See <a href="../rules/#lambda.cold-start" data-rule="lambda.cold-start">why</a>.</p>',
    );
    expect(lesson.steps[0]?.goalHtml).toBe('Send <em>one</em> event.');
  });

  it('gives each action the words of its button', () => {
    expect(read().steps[0]?.actions).toEqual([
      {
        kind: 'invoke',
        functionName: 'Hello',
        event: '{"n":1}',
        count: 20,
        rounds: 2,
        text: 'Send {"n":1}, 20 times at once, 2 times one after the other',
      },
      { kind: 'wait', duration: 600_000_000, text: 'Wait 10 minutes' },
    ]);
  });

  it('makes the scenario of a proof from the lesson’s, with a function like its first', () => {
    const scenario = JSON.parse(read().questions[0]?.proof?.scenario ?? '');
    expect(scenario.template.Resources.Slow).toEqual({
      Type: 'AWS::Serverless::Function',
      Properties: { MemorySize: 256, CodeUri: './hello' },
    });
    expect(scenario.template.Resources.Hello.Properties.MemorySize).toBe(128);
    expect(scenario).toMatchObject({ until: '1m', files: { 'hello/index.mjs': expect.any(String) } });
  });

  it.each<[string, Partial<typeof TEXTS>, string]>([
    ['a missing key', { 'steps.yaml': STEP.replace('goal:', 'gaol:') }, '07-try/steps.yaml: 0.goal'],
    [
      'a bad duration',
      { 'steps.yaml': STEP.replace('10m', 'soon') },
      'a duration is a number with ms, s, m or h',
    ],
    [
      'steps that do not match',
      { 'steps.yaml': STEP.replace('try-it', 'try') },
      'lesson.md has the steps try-it',
    ],
    ['missing front matter', { 'lesson.md': '# A' }, 'front matter'],
    ['a question without why', { 'questions.yaml': QUESTION.replace('why: So it is.', '') }, 'options.0.why'],
  ])('names file, place and reason of %s', (_, change, message) => {
    expect(() => read(change)).toThrow(message);
  });

  it('refuses checks that are not those of the steps', () => {
    expect(() => read({}, {})).toThrow(LessonFault);
  });
});
