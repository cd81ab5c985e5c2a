import { defineRules } from '../define';
import { api, guide, PERF, RECORDINGS } from '../sources';

/** The call of a function. */
export const INVOKE = defineRules('invoke', {
  'lambda.invoke-synchronous': {
    title: 'A synchronous invocation waits for the result',
    statement:
      'Invoke with the type RequestResponse, the default, holds the connection until the function has answered. Status 200 and the result come back, with the version that ran and, with LogType Tail, the last 4 KB of its log. Lambda itself does not try again.',
    numbers: { 'Log tail': 'last 4 KB, base64' },
    sources: [guide('invocation-sync', 'Invoke a Lambda function synchronously'), api('API_Invoke')],
    confidence: 'A',
  },
  'lambda.function-not-found': {
    title: 'An unknown function is ResourceNotFoundException',
    statement:
      'Invoking a name that does not exist answers HTTP 404, ResourceNotFoundException, "Function not found:" and the ARN.',
    sources: [api('API_Invoke'), RECORDINGS],
    confidence: 'A',
  },
  'lambda.invalid-request-content': {
    title: 'An event that is no JSON is refused',
    statement:
      'The event has to be JSON. Anything else answers HTTP 400, InvalidRequestContentException, "Could not parse request body into json", and no code runs.',
    sources: [api('API_Invoke'), RECORDINGS],
    confidence: 'A',
  },
  'lambda.runtime-overhead': {
    title: 'Even a handler that does nothing takes a few milliseconds the first time',
    statement:
      'The first invocation in an environment also pays for what Node.js does on first use, and less CPU makes it longer. For an empty handler on Node.js 24 it was about 22 ms at 128 MB and about 4 ms from 512 MB on; once warm it is about a millisecond.',
    numbers: {
      'nodejs24.x, first, at 128 / 256 / 512 / 1,024 MB': '22.5 / 6.9 / 3.9 / 3.75 ms',
      'nodejs22.x, first, at 128 / 256 / 512 / 1,024 MB': '12.5 / 3.5 / 3.5 / 3.4 ms',
      'nodejs20.x, first, at 128 / 256 / 512 / 1,024 MB': '11.5 / 3.3 / 3.2 / 3.2 ms',
    },
    sources: [PERF],
    confidence: 'B',
    model: 'The simulator adds this time to Duration; the time when warm is an inference.',
  },
});
