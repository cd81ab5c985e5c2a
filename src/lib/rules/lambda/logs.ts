import { defineRules } from '../define';
import { guide, NODE_RUNTIME_CLIENT, RECORDINGS } from '../sources';

const LOGS = guide('nodejs-logging', 'Log and monitor Node.js Lambda functions');
const LIFECYCLE = guide(
  'lambda-runtime-environment',
  'Understanding the Lambda execution environment lifecycle',
);

/** What stands in CloudWatch Logs. */
export const LOGS_RULES = defineRules('logs', {
  'lambda.log-stream-per-environment': {
    title: 'Each environment writes a log stream of its own',
    statement:
      'Everything an environment logs goes to one stream of the group /aws/lambda/<function>, named by the date of its start, the version in brackets and 32 hexadecimal digits. Counting the streams of a time tells how many environments there were.',
    numbers: { 'Stream name': 'YYYY/MM/DD/[$LATEST]<32 hexadecimal digits>' },
    sources: [
      guide('monitoring-cloudwatchlogs-view', 'Viewing CloudWatch logs for Lambda functions'),
      RECORDINGS,
    ],
    confidence: 'A',
  },
  'lambda.log-init-start': {
    title: 'INIT_START begins a cold start',
    statement:
      'The first line of a new environment is INIT_START with the version of the runtime. A warm invocation has none, nor has a suppressed init.',
    sources: [guide('runtime-management-identify', 'Identifying Lambda runtime version changes'), RECORDINGS],
    confidence: 'A',
  },
  'lambda.log-start-end-report': {
    title: 'START, END and REPORT frame an invocation',
    statement:
      'Each invocation logs START with its request id and version, what your code logs, END, and REPORT: Duration, Billed Duration, Memory Size, Max Memory Used and, after a cold start, Init Duration. Duration is the time from the delivery of the event until the runtime and extensions are done, without the initialisation.',
    numbers: { Duration: 'ms, with 2 decimals', 'Billed Duration': 'whole ms, in steps of 1 ms' },
    sources: [LOGS, RECORDINGS],
    confidence: 'A',
  },
  'lambda.log-init-report': {
    title: 'INIT_REPORT tells of a failed initialisation',
    statement:
      'On demand, an INIT_REPORT line is written only when an initialisation fails or takes too long. It gives the time, the phase (init, or invoke for a suppressed one), the status (error or timeout) and the error type. START follows after the INIT_REPORT of a suppressed init.',
    sources: [LIFECYCLE, RECORDINGS],
    confidence: 'A',
  },
  'lambda.log-console-format': {
    title: 'A console line carries time, request id and level',
    statement:
      'In the text format a call of console writes the time, the request id, the level and the text, separated by tabs. log and info give INFO, warn WARN, error ERROR. Before the first invocation the request id reads "undefined" up to Node.js 22 and "-" from 24. Objects look as in util.inspect, to a depth of 2. What process.stdout.write writes is logged as it is.',
    sources: [LOGS, NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.log-failure-status': {
    title: 'REPORT names a timeout or crash at its end',
    statement:
      'When an invocation times out or its process ends, REPORT closes with "Status: timeout", or "Status: error" and the Error Type. An error that your handler throws does not change REPORT.',
    sources: [LIFECYCLE, guide('troubleshooting-invocation', 'Troubleshoot invocation issues in Lambda')],
    confidence: 'B',
    older:
      'Older logs have a line of their own before END instead: "Task timed out after 3.00 seconds" or "Runtime exited with error". AWS brings the new form in step by step, so both are met.',
    model: 'The simulator writes the new form.',
  },
  'lambda.max-memory-used': {
    title: 'Max Memory Used is the peak of the environment so far',
    statement:
      'The figure in REPORT is the highest memory use since the environment started, not of this invocation alone. It never falls from one invocation to the next. The runtime itself is counted: a small Node.js function shows about 70 MB.',
    sources: [LOGS, RECORDINGS],
    confidence: 'B',
  },
});
