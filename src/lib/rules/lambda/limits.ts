import { defineRules } from '../define';
import { api, guide, RECORDINGS } from '../sources';

const QUOTAS = guide('gettingstarted-limits', 'Lambda quotas');
const MEMORY = guide('configuration-memory', 'Configure Lambda function memory');
const VARIABLES = guide('configuration-envvars', 'Working with Lambda environment variables');

/** Sizes and ranges of settings. */
export const LIMITS = defineRules('limits', {
  'lambda.request-payload-limit': {
    title: 'The event of a synchronous invocation may be 6 MB',
    statement:
      'A larger event is refused before any code runs: HTTP 413, RequestEntityTooLargeException (RequestTooLargeException in the API reference), "Request must be smaller than 6291456 bytes for the InvokeFunction operation".',
    numbers: { 'Synchronous event': '6 MB (6,291,456 bytes)' },
    sources: [QUOTAS, api('API_Invoke'), RECORDINGS],
    confidence: 'A',
  },
  'lambda.response-payload-limit': {
    title: 'The response of a synchronous invocation may be 6 MB',
    statement:
      'A larger result becomes a function error, Function.ResponseSizeTooLarge: "Response payload size exceeded maximum allowed payload size (6291556 bytes)." The environment is unharmed and takes the next event.',
    numbers: { Response: '6 MB and 100 bytes (6,291,556 bytes)' },
    sources: [QUOTAS, RECORDINGS],
    confidence: 'A',
  },
  'lambda.tmp-limit': {
    title: '/tmp is full when its size is used up',
    statement:
      'Each environment has a /tmp of its own, of the size that the function sets. It is the only place a function may write to. A write that no longer fits fails in your code with ENOSPC: no space left on device.',
    sources: [
      guide('configuration-ephemeral-storage', 'Configure ephemeral storage for Lambda functions'),
      QUOTAS,
    ],
    confidence: 'A',
  },
  'lambda.memory-setting': {
    title: 'Memory is set from 128 to 10,240 MB',
    statement:
      'Memory can be set in steps of 1 MB. It is the only way to get more CPU, which comes in proportion.',
    numbers: { Range: '128 to 10,240 MB', Step: '1 MB', Default: '128 MB' },
    sources: [MEMORY, QUOTAS],
    confidence: 'A',
    older: 'Until December 2020: 128 to 3,008 MB in steps of 64 MB.',
  },
  'lambda.timeout-setting': {
    title: 'The timeout is set from 1 to 900 seconds',
    statement: 'An invocation may take 15 minutes at most. If nothing is set it is 3 seconds.',
    numbers: { Range: '1 to 900 s', Default: '3 s' },
    sources: [guide('configuration-timeout', 'Configure Lambda function timeout'), QUOTAS],
    confidence: 'A',
    older: 'Until October 2018: at most 300 seconds.',
  },
  'lambda.ephemeral-storage-setting': {
    title: '/tmp is set from 512 to 10,240 MB',
    statement:
      'Every environment has 512 MB of /tmp without charge. More can be set in steps of 1 MB; what goes beyond 512 MB is billed.',
    numbers: { Range: '512 to 10,240 MB', Step: '1 MB', Default: '512 MB' },
    sources: [
      guide('configuration-ephemeral-storage', 'Configure ephemeral storage for Lambda functions'),
      QUOTAS,
    ],
    confidence: 'A',
    older: 'Until March 2022: fixed at 512 MB.',
  },
  'lambda.environment-variables': {
    title: 'Environment variables: 4 KB in all',
    statement:
      'A function has its environment variables from the start of its initialisation, beside those that Lambda sets. Together they may measure 4 KB as JSON. A name starts with a letter, has at least two characters, and only letters, digits and underscores.',
    numbers: { 'All together': '4 KB' },
    sources: [VARIABLES, QUOTAS],
    confidence: 'A',
  },
  'lambda.reserved-environment-variables': {
    title: 'Names that Lambda sets itself cannot be set',
    statement:
      'Names such as AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, AWS_ACCESS_KEY_ID, _HANDLER or LAMBDA_TASK_ROOT are refused in the configuration of a function. Others that Lambda gives a first value, such as TZ, PATH, NODE_PATH or NODE_OPTIONS, may be set.',
    sources: [VARIABLES],
    confidence: 'A',
  },
  'lambda.cpu-share': {
    title: 'Memory buys CPU: 1,769 MB are one vCPU',
    statement:
      'The share of CPU grows in proportion to memory. At 1,769 MB it is one vCPU, so at 128 MB computing takes about fourteen times as long. Above 1,769 MB only code that runs on several threads gains. Waiting for others takes as long as ever.',
    numbers: { 'One vCPU': '1,769 MB', 'At 128 MB': '0.072 vCPU', 'At 10,240 MB': 'about 6 vCPUs' },
    sources: [MEMORY],
    confidence: 'A',
    older: 'Older texts name 1,792 MB.',
    model:
      'The simulator stretches computing by 1,769 ÷ memory, and never below one. AWS gives the share out in slices; the simulator spreads it evenly.',
  },
  'lambda.code-read-only': {
    title: 'The deployed code cannot be written to',
    statement:
      'Your code lies in /var/task and is read only, as everything outside /tmp is. A write fails with EROFS: read-only file system.',
    sources: [
      guide('images-create', 'Create a Lambda function using a container image'),
      guide('configuration-ephemeral-storage', 'Configure ephemeral storage for Lambda functions'),
    ],
    confidence: 'B',
  },
});
