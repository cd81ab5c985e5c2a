import { failed, passed, waiting, type Check, type LessonChecks } from '$lib/lesson/check';
import { member, quote } from '$lib/lesson/json';
import type { Invocation, LessonRun } from '$lib/lesson/run';
import { linesOf, millis, outcomeOf } from '$lib/lesson/words';

const name = ({ event }: Invocation) => member(event, 'name');

function message({ result }: Invocation): string {
  const text = member(result, 'message');
  return typeof text === 'string' ? text : '';
}

/** The newest invocation whose event had this name; undefined as a name asks for one without. */
function sentWith({ invocations }: LessonRun, wanted: string | number | undefined): Invocation | undefined {
  return invocations.findLast((invocation) => name(invocation) === wanted);
}

const eventText = (wanted: string | undefined) => (wanted === undefined ? '{}' : quote({ name: wanted }));

/** Events with this name have to be answered with this greeting. */
function greets(run: LessonRun, wanted: string | undefined, greeted: string) {
  const invocation = sentWith(run, wanted);
  const event = eventText(wanted);
  const expected = quote({ message: `Hello, ${greeted}!` });
  if (!invocation) return waiting(`Send the event ${event}.`);
  if (message(invocation) === `Hello, ${greeted}!`)
    return passed(`The event ${event} was answered ${expected}.`);
  const seen = `The event ${event} ${outcomeOf(invocation).replace(/^answered/, 'was answered')}.`;
  if (invocation.error?.errorType === 'SyntaxError')
    return failed(`${seen} The event is already an object: the runtime has parsed it. Leave JSON.parse out.`);
  return failed(`${seen} It should be answered ${expected}.`);
}

const answered: Check = {
  id: 'answered',
  text: 'The handler has answered',
  judge: ({ invocations }) => {
    const last = invocations.at(-1);
    if (!last) return waiting('Nothing has been sent yet.');
    if (last.error)
      return failed(`The invocation ${outcomeOf(last)}. Begin again with the code of the lesson.`);
    if (last.result === null)
      return failed(
        'The answer is null: the handler returned nothing. What it prints goes to the log; what it returns is the response.',
      );
    return passed(
      `Status ${last.status}, and the payload is ${quote(last.result)}: what the handler returned, as JSON.`,
    );
  },
};

const logsTheName: Check = {
  id: 'logs-the-name',
  text: 'An invocation with the name Ada leaves a line of your own with that name',
  judge: (run) => {
    const invocation = sentWith(run, 'Ada');
    if (!invocation) return waiting('Send the event {"name":"Ada"}.');
    const line = invocation.lines.find(({ kind, text }) => kind === 'application' && text.includes('Ada'));
    if (line) return passed(`Found "${line.text}" between START and REPORT.`);
    return failed(
      `Between START and REPORT no line of your code has "Ada" in it. The invocation left: ${linesOf(invocation)}.`,
    );
  },
};

/** The first invocation of the code now deployed: its environment is always new. */
const first = ({ invocations }: LessonRun) => invocations[0];
const billed = (invocation: Invocation | undefined) => invocation?.billedMs?.toString();

const readsTheReport: Check = {
  id: 'reads-the-report',
  text: 'The billed milliseconds of the first invocation are found',
  judge: ({ invocations, answer }) => {
    const [cold, warm] = invocations;
    if (!cold || !warm) return waiting('Send both events first.');
    if (answer === undefined || answer.trim() === '') return waiting('Type the number that you have found.');
    const given = Number(answer.replace(/\s*ms\s*$/, ''));
    const isLike = (value: number | undefined) => value !== undefined && given.toFixed(2) === millis(value);
    if (given === cold.billedMs)
      return passed(
        `${cold.billedMs} ms: Duration ${millis(cold.durationMs)} plus Init Duration ${millis(cold.initMs)}, rounded up.`,
      );
    if (isLike(cold.durationMs))
      return failed(`${answer} is its Duration. Billed Duration stands next to it.`);
    if (isLike(cold.initMs))
      return failed(`${answer} is its Init Duration, which is only a part of what is billed.`);
    if (given === warm.billedMs)
      return failed(
        `${answer} is what the second invocation is billed. Look for the REPORT with an Init Duration.`,
      );
    return failed(
      `${answer} is in neither REPORT line as Billed Duration. Look for the REPORT with an Init Duration.`,
    );
  },
};

const namesItsError: Check = {
  id: 'names-its-error',
  text: 'The event {"name":42} fails with the error type InvalidName',
  judge: (run) => {
    const invocation = sentWith(run, 42);
    if (!invocation) return waiting('Send the event {"name":42}.');
    if (!invocation.error)
      return failed(
        `The invocation ${outcomeOf(invocation)}, without FunctionError. Whatever a handler returns counts as a success; only a throw is a failure.`,
      );
    const { errorType } = invocation.error;
    if (errorType === 'InvalidName')
      return passed(
        `Status ${invocation.status}, FunctionError ${invocation.functionError ?? ''}, errorType "InvalidName".`,
      );
    return failed(
      `errorType is "${errorType}". It is taken from the name property of the error, which a class has to set for itself.`,
    );
  },
};

/** The options of predictions that an answer stands for. */
const GREETINGS = new Map([
  ['Hello, world!', 'constant'],
  ['Hello, Ada!', 'greets-ada'],
  ['Hello, undefined!', 'undefined-name'],
]);

export const steps: LessonChecks = {
  'run-it': {
    checks: [answered],
    outcome: (run) => {
      const seen = first(run);
      if (!seen || seen.error) return undefined;
      if (seen.result === null) return 'nothing';
      return GREETINGS.get(message(seen));
    },
  },
  greet: {
    checks: [
      {
        id: 'greets-ada',
        text: 'An event with the name Ada is answered with “Hello, Ada!”',
        judge: (run) => greets(run, 'Ada', 'Ada'),
      },
      {
        id: 'greets-grace',
        text: 'An event with the name Grace is answered with “Hello, Grace!”',
        judge: (run) => greets(run, 'Grace', 'Grace'),
      },
      {
        id: 'greets-a-stranger',
        text: 'An event without a name is answered with “Hello, stranger!”',
        judge: (run) => greets(run, undefined, 'stranger'),
      },
    ],
    outcome: ({ invocations }) => {
      const seen = invocations.find((invocation) => name(invocation) === 'Ada');
      if (!seen) return undefined;
      if (seen.error) return 'fails';
      return GREETINGS.get(message(seen));
    },
  },
  'find-the-line': {
    checks: [logsTheName, readsTheReport],
    outcome: (run) => {
      const seen = first(run);
      if (!seen) return undefined;
      const before = run.lines.filter(({ during, at }) => during === undefined && at <= seen.endedAt);
      // Only Lambda's own lines, so that a learner who adds the console.log first is told the same.
      const ofLambda = [...before, ...seen.lines].filter(({ kind }) => kind !== 'application');
      return { 0: 'none', 3: 'three', 4: 'four' }[ofLambda.length];
    },
    answer: (run) => billed(first(run)),
    mistakes: {
      'typed-duration': (run) => first(run)?.durationMs?.toFixed(2),
      'typed-init-duration': (run) => first(run)?.initMs?.toFixed(2),
      'typed-the-warm-one': ({ invocations }) => billed(invocations[1]),
    },
  },
  fail: {
    checks: [
      namesItsError,
      {
        id: 'still-greets',
        text: 'The event {"name":"Ada"} is still answered',
        judge: (run) => greets(run, 'Ada', 'Ada'),
      },
    ],
    outcome: ({ invocations }) => {
      const seen = invocations.find((invocation) => name(invocation) === 42);
      if (!seen) return undefined;
      return { 200: 'status-200', 400: 'status-400', 500: 'status-500' }[seen.status];
    },
  },
};
