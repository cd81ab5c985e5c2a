import { defineRules } from '../define';
import { api, guide, RECORDINGS } from '../sources';

const SCALING = guide('lambda-concurrency', 'Understanding Lambda function scaling');

/** How many at once. */
export const CONCURRENCY = defineRules('concurrency', {
  'lambda.concurrency-needs-environments': {
    title: 'So many at once, so many environments',
    statement:
      'As an environment handles one event at a time, as many environments are needed as events are being handled at the same moment. Twenty invocations at once on a function without environments are twenty cold starts. On average it is requests per second times seconds per request.',
    numbers: { Formula: 'concurrency = requests per second × average duration in seconds' },
    sources: [SCALING],
    confidence: 'A',
  },
  'lambda.account-concurrency': {
    title: 'An account has 1,000 concurrent executions a region',
    statement:
      'All functions of an account share one limit of concurrent executions in a region. It is 1,000 by default and can be raised on request. New accounts start lower.',
    numbers: { Default: '1,000 per region' },
    sources: [SCALING, guide('gettingstarted-limits', 'Lambda quotas')],
    confidence: 'A',
  },
  'lambda.throttle': {
    title: 'Above the limit an invocation is throttled',
    statement:
      'An invocation for which no concurrency is left is refused before any code runs: HTTP 429, TooManyRequestsException, "Rate Exceeded.", with a Reason such as ConcurrentInvocationLimitExceeded. It counts as a throttle, not as an invocation or an error, and costs nothing. A synchronous caller has to try again itself; the AWS SDKs do.',
    sources: [
      api('API_Invoke'),
      guide('troubleshooting-invocation', 'Troubleshoot invocation issues in Lambda'),
      RECORDINGS,
    ],
    confidence: 'A',
  },
});
