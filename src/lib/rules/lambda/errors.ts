import { defineRules } from '../define';
import { api, guide, NODE_RUNTIME_CLIENT, RECORDINGS, RUNTIME_EMULATOR } from '../sources';

const LIFECYCLE = guide(
  'lambda-runtime-environment',
  'Understanding the Lambda execution environment lifecycle',
);

/** What the caller gets when a function fails. */
export const ERRORS = defineRules('errors', {
  'lambda.function-error': {
    title: 'A function error is HTTP 200 with a header',
    statement:
      'When your code fails, the call to Invoke itself succeeded: status 200, the header X-Amz-Function-Error says Unhandled, and the body is the error as JSON. Statuses from 400 on mean that your code did not run.',
    sources: [api('API_Invoke'), RECORDINGS],
    confidence: 'A',
    older:
      'Older texts distinguish Handled from Unhandled: runtimes before 2018 did. Today it is always Unhandled.',
  },
  'lambda.error-payload': {
    title: 'An error of your code arrives as errorType, errorMessage and trace',
    statement:
      'The payload has errorType (the name property of the error), errorMessage and trace, the lines of its stack. The log line "Invoke Error" has the same, with the stack under the name stack. A class of your own shows its name only if it sets name.',
    sources: [api('API_Invoke'), NODE_RUNTIME_CLIENT, RECORDINGS],
    confidence: 'A',
  },
  'lambda.thrown-value': {
    title: 'What is thrown should be an Error',
    statement:
      'Whatever your code throws becomes the error. A thrown string gives the errorType string with the text as its message; a plain object gives object and "[object Object]", so its content is lost. Both have an empty trace.',
    sources: [NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.result-not-serialisable': {
    title: 'A result that is no JSON is an error',
    statement:
      'The result goes through JSON.stringify. A circular object, a BigInt or a throwing toJSON gives the error "Unable to stringify response body", with the type Error up to Node.js 22 and Runtime.JSONStringifyError from 24. A Map, a Set or a returned Error arrives as {}; undefined as null.',
    sources: [NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.timeout': {
    title: 'At the timeout the invocation ends with Sandbox.Timedout',
    statement:
      'An invocation that is still running when its timeout has passed is stopped. The caller gets errorType Sandbox.Timedout and "RequestId: … Error: Task timed out after 3.00 seconds"; the environment is reset. The time is billed.',
    sources: [
      guide('troubleshooting-invocation', 'Troubleshoot invocation issues in Lambda'),
      LIFECYCLE,
      RECORDINGS,
    ],
    confidence: 'A',
    older:
      'Up to 2025 the payload had only errorMessage, beginning with a date, and exactly the timeout was billed.',
  },
  'lambda.out-of-memory': {
    title: 'Using more memory than set kills the process',
    statement:
      'When the environment needs more than its memory setting the process is killed. The caller gets errorType Runtime.OutOfMemory and "Runtime exited with error: signal: killed"; the environment is reset, and Max Memory Used equals the setting.',
    sources: [
      guide('troubleshooting-invocation', 'Troubleshoot invocation issues in Lambda'),
      RECORDINGS,
      RUNTIME_EMULATOR,
    ],
    confidence: 'B',
    older: 'Older texts give the type Runtime.ExitError, with the same message.',
  },
  'lambda.init-error': {
    title: 'A failed initialisation is tried once more, then answered as an error',
    statement:
      'If your top-level code throws or the handler is missing, Lambda writes an INIT_REPORT, initialises again inside the invocation, and if that fails too the caller gets that error as a function error. Every later invocation in that environment repeats the initialisation.',
    sources: [LIFECYCLE, RECORDINGS],
    confidence: 'A',
  },
});
