/** What the context object's members mean, for those who hover over them. Source: AWS's Node.js context page. */
import type { NodeRuntime } from '$lib/sandbox/isolate';

const common: Readonly<Record<string, string>> = {
  getRemainingTimeInMillis:
    "Milliseconds left until Lambda stops this invocation: the function's timeout minus what has passed since the event was delivered. The time of a cold start does not count. Below zero when the deadline has passed.",
  functionName: "The function's name.",
  functionVersion: '`$LATEST` or the number of the version that runs; never the name of an alias.',
  invokedFunctionArn: 'The ARN that was called: with `:alias` or `:version` if the caller named one.',
  memoryLimitInMB: "The memory setting in MB. A string: `'128'`.",
  awsRequestId:
    'The id of this invocation, as in its START, END and REPORT lines. Retries of an asynchronous event keep it.',
  logGroupName: "`/aws/lambda/` and the function's name, unless the function is set to another log group.",
  logStreamName: 'One stream for each execution environment: the same stream means the same environment.',
  identity: "Who called through AWS's mobile SDK; undefined otherwise.",
  clientContext: 'What the caller sent as ClientContext, in synchronous calls only; undefined otherwise.',
  tenantId: 'Which tenant the call is for; undefined unless the function isolates tenants.',
};

const withCallbacks: Readonly<Record<string, string>> = {
  ...common,
  callbackWaitsForEmptyEventLoop:
    'True at first: after `callback` the response waits until the event loop is empty. Set it to false to send the response at once and to freeze what is still pending.',
};

const withoutCallbacks: Readonly<Record<string, string>> = {
  ...common,
  callbackWaitsForEmptyEventLoop: '@deprecated Only up to nodejs22.x: nodejs24.x has no callbacks.',
};

/** What nodejs24.x has that the packaged types do not know. */
const nodejs24 = `
export interface Context {
  /** The X-Ray trace header of this invocation; undefined if there is none. */
  readonly xRayTraceId?: string;
}

/**
 * nodejs24.x refuses a handler with three parameters when the function initialises:
 * Runtime.CallbackHandlerDeprecated. Return a value or a promise instead.
 */
export interface NoCallbackSinceNodejs24 {}
`;

/** The packaged declarations of the context (`handler.d.ts` of @types/aws-lambda) with words to each member. */
export function documentContext(text: string, runtime: NodeRuntime): string {
  const modern = runtime === 'nodejs24.x';
  const start = text.indexOf('export interface Context {');
  const end = text.indexOf('\n}', start);
  const body = Object.entries(modern ? withoutCallbacks : withCallbacks).reduce(
    (members, [name, words]) =>
      members.replace(
        new RegExp(`^( +)(${name}[?:(])`, 'm'),
        `$1/** ${words.replaceAll('$', '$$$$')} */\n$1$2`,
      ),
    text.slice(start, end),
  );
  return text.slice(0, start) + body + text.slice(end) + (modern ? nodejs24 : '');
}
