import { defineRules } from '../define';
import { COLD_STARTS_2021, guide, PERF, RECORDINGS } from '../sources';

const LIFECYCLE = guide(
  'lambda-runtime-environment',
  'Understanding the Lambda execution environment lifecycle',
);

/** How execution environments are made, reused, frozen and ended. */
export const ENVIRONMENT = defineRules('environment', {
  'lambda.environment-reuse': {
    title: 'A free environment is used again',
    statement:
      'When an invocation arrives and an environment of the function is free, Lambda thaws it and gives it the event: a warm start, without initialisation. AWS does not say which of several free environments it takes; the most recently used one was seen.',
    sources: [LIFECYCLE, guide('lambda-concurrency', 'Understanding Lambda function scaling')],
    confidence: 'A',
    model:
      'Of several free environments the simulator takes the one that was used last. That choice is an inference.',
  },
  'lambda.cold-start': {
    title: 'No free environment: a new one is made',
    statement:
      'When every environment of the function is busy, or there is none, Lambda makes a new one: it fetches the code, starts the environment, runs the initialisation and only then the handler. This delay is the cold start. In production it happens to fewer than 1 in 100 invocations and takes from under 100 ms to over 1 s.',
    numbers: { 'Share in production': 'typically below 1 %', 'How long': 'under 100 ms to over 1 s' },
    sources: [LIFECYCLE],
    confidence: 'A',
    model:
      'Fetching the code and starting the environment come before the Init Duration and are not billed; the simulator adds a time for them that was inferred from measurements.',
  },
  'lambda.one-event-per-environment': {
    title: 'An environment handles one event at a time',
    statement:
      'While an environment handles an event it takes no other. Whatever arrives in the meantime needs another environment. Your handler never shares its memory with an invocation that runs at the same time. (Lambda Managed Instances are the exception.)',
    sources: [guide('lambda-concurrency', 'Understanding Lambda function scaling'), LIFECYCLE],
    confidence: 'A',
  },
  'lambda.environment-frozen': {
    title: 'Between invocations the environment is frozen',
    statement:
      'When the runtime and every extension have asked for the next event, Lambda freezes the environment: nothing in it runs and nothing is billed. The next invocation thaws it.',
    sources: [LIFECYCLE],
    confidence: 'A',
  },
  'lambda.environment-keeps': {
    title: 'What an environment keeps between invocations',
    statement:
      'An environment that is used again still has everything declared outside the handler, with the values last given to it, and the files it wrote to /tmp. Open connections are kept too, though the other side may have closed them. It is a cache and not a store: the next invocation may run in another environment.',
    sources: [LIFECYCLE, guide('best-practices', 'Best practices for working with AWS Lambda functions')],
    confidence: 'A',
  },
  'lambda.background-work-frozen': {
    title: 'Work left over sleeps with the environment',
    statement:
      'Timers, promises and callbacks that have not finished when the response goes out are frozen with the environment. If it is used again they go on in that later invocation, and use up its time; if it is not, they never finish.',
    sources: [LIFECYCLE],
    confidence: 'A',
    model:
      'A timer that fell due while the environment was frozen fires as soon as the environment is thawed.',
  },
  'lambda.idle-reclaim': {
    title: 'An unused environment is reclaimed',
    statement:
      'Lambda keeps an environment for a while after an invocation in case another one comes, then ends it. AWS does not say for how long. Measured in January 2021: up to 5 minutes it was nearly always still there, after 7 minutes it never was.',
    numbers: { 'Still there': 'up to 3 min idle: all', Gone: 'after 6 min: 41 %; from 7 min: all' },
    sources: [LIFECYCLE, COLD_STARTS_2021],
    confidence: 'B',
    older: 'Older texts name 5 to 15, or 45 to 60 minutes: measurements of 2017 to 2019.',
    model:
      'So that lessons can be repeated the simulator waits exactly 6 minutes (IdleReclaim); the setting is free.',
  },
  'lambda.maximum-age': {
    title: 'Even a busy environment is replaced after some hours',
    statement:
      'Lambda ends every environment after some hours to keep it maintained and updated, even if it is used all the time. Never rely on one to go on.',
    sources: [LIFECYCLE],
    confidence: 'A',
    model:
      'The simulator draws the age of each environment from 2 to 4 hours (MaximumEnvironmentAge and up to twice that) and ends it at the first moment at which it is free afterwards.',
  },
  'lambda.init-phase': {
    title: 'Initialisation: extensions, runtime, then your top-level code',
    statement:
      'A new environment starts its extensions, then the runtime, then runs the code of your module outside the handler. A top-level await is waited for. The phase ends when the runtime and all extensions ask for their first event; only then does the handler run.',
    sources: [LIFECYCLE],
    confidence: 'A',
  },
  'lambda.init-limit': {
    title: 'Initialisation may take 10 seconds',
    statement:
      'Initialisation on demand has to end within 10 seconds, whatever timeout the function has. If it does not, the invocation is not lost: Lambda starts the runtime again and repeats the initialisation inside the invocation, under the function timeout.',
    numbers: {
      'On demand': '10 s',
      'Provisioned concurrency, SnapStart, Managed Instances':
        '130 s or the function timeout, whichever is longer',
    },
    sources: [LIFECYCLE],
    confidence: 'A',
  },
  'lambda.init-duration': {
    title: 'How long a small Node.js function takes to initialise',
    statement:
      'A function that imports nothing initialises in about 140 ms on Node.js. Memory makes no difference: at 128 MB it takes as long as at 1,024 MB. What you import and do outside the handler comes on top.',
    numbers: {
      'nodejs20.x': 'half within 146 ms, 99 % within 225 ms',
      'nodejs22.x': 'half within 145 ms, 99 % within 222 ms',
      'nodejs24.x': 'half within 141 ms, 99 % within 220 ms',
      'nodejs24.x on arm64': 'half within 123 ms, 99 % within 183 ms',
    },
    sources: [PERF],
    confidence: 'A',
    model:
      'The simulator draws the time from these measurements with the seed of the scenario: the same seed gives the same times. The CPU time of your own top-level code is added.',
  },
  'lambda.suppressed-init': {
    title: 'After a failure the initialisation is repeated inside the invocation',
    statement:
      'After a failed or too slow initialisation, and after a timeout or a crash, Lambda initialises the same environment again as part of the next invocation. It is called suppressed init: its time is inside Duration, the function timeout counts it, and the REPORT line shows no Init Duration.',
    sources: [LIFECYCLE, RECORDINGS],
    confidence: 'A',
  },
  'lambda.reset-after-failure': {
    title: 'A timeout or crash resets the environment, /tmp stays',
    statement:
      'A timeout, process.exit, a crash, an unhandled rejection or the lack of memory ends the runtime process: variables, connections and timers are gone. The environment, its log stream and /tmp remain. An error that the handler throws resets nothing.',
    sources: [LIFECYCLE, RECORDINGS],
    confidence: 'A',
  },
  'lambda.shutdown-phase': {
    title: 'Shutdown gives extensions a moment, handlers none',
    statement:
      'Before an environment ends, Lambda stops the runtime and tells the extensions. Without extensions there is no time at all: your code is not asked. With an internal extension it is 500 ms, with external ones 2 seconds; then everything is killed.',
    numbers: {
      'Without extensions': '0 ms',
      'Internal extension': '500 ms',
      'External extensions': '2,000 ms',
    },
    sources: [LIFECYCLE],
    confidence: 'A',
  },
  'lambda.code-update': {
    title: 'New code or configuration means new environments',
    statement:
      'Environments made for the old code or configuration are not used for the new one. Once an update is complete, the first invocations are cold starts; what runs at that moment is finished on the old code.',
    sources: [LIFECYCLE, guide('functions-states', 'Lambda function states')],
    confidence: 'A',
    model:
      'An update is complete at once in the simulator; there is no time in which the old code still takes invocations.',
  },
});
