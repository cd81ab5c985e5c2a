import { defineRules } from '../define';
import { guide, NODE_RUNTIME_CLIENT } from '../sources';

const HANDLER = guide('nodejs-handler', 'Define Lambda function handler in Node.js');

const LIFECYCLE = guide(
  'lambda-runtime-environment',
  'Understanding the Lambda execution environment lifecycle',
);
const CONTEXT = guide(
  'nodejs-context',
  'Using the Lambda context object to retrieve Node.js function information',
);
const TROUBLESHOOTING = guide('troubleshooting-invocation', 'Troubleshoot invocation issues in Lambda');

/** What the Node.js runtime does with your module and your handler. */
export const RUNTIME = defineRules('runtime', {
  'lambda.handler-string': {
    title: 'Handler is file name, dot, export',
    statement:
      'The setting "index.handler" means: in the file index, the export handler. The file is looked for without extension, then as .js, .mjs and .cjs; a folder may come before it. Everything after the first dot of the file name is the export, and may go into an object: "app.api.get".',
    numbers: { 'Length at most': '128 characters, no spaces' },
    sources: [HANDLER, NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.module-format': {
    title: '.mjs is an ES module, .cjs is CommonJS, .js depends',
    statement:
      'A file that ends in .mjs is an ES module: it uses import, and exports its handler with export. One that ends in .cjs is CommonJS: require and exports.handler. A .js file is CommonJS unless the nearest package.json says "type": "module".',
    sources: [HANDLER, NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.import-module-error': {
    title: 'A missing module is Runtime.ImportModuleError',
    statement:
      'If the file of the handler, or a module that it loads with require, cannot be found, initialisation fails with the error type Runtime.ImportModuleError and a message that begins "Error: Cannot find module". A missing module in an import statement has the type Error instead.',
    sources: [NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.user-code-syntax-error': {
    title: 'Code that does not parse is Runtime.UserCodeSyntaxError',
    statement:
      'If your file is not valid JavaScript, initialisation fails with the error type Runtime.UserCodeSyntaxError and the message that Node.js gives, beginning "SyntaxError:".',
    sources: [NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.handler-not-found': {
    title: 'A missing export is Runtime.HandlerNotFound',
    statement:
      'If the file loads but does not export the name, initialisation fails with Runtime.HandlerNotFound: "index.handler is undefined or not exported". If the export is no function the message is "index.handler is not a function".',
    sources: [NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.callbacks-removed': {
    title: 'Node.js 24 takes no callback handlers',
    statement:
      'From Node.js 24 on, a handler with three or more parameters makes initialisation fail with Runtime.CallbackHandlerDeprecated, even if it is async. Node.js 22 and earlier still accept it, with a warning. Node.js 24 has also dropped context.done, succeed and fail.',
    sources: [HANDLER, NODE_RUNTIME_CLIENT],
    confidence: 'A',
    older: 'Older texts teach callback(error, result) as the usual way to answer.',
  },
  'lambda.async-handler': {
    title: 'An async handler answers when its promise settles',
    statement:
      'The value that the promise of the handler resolves to is the response; a rejection is the error. The response goes out at once: timers and other promises that are still open are not waited for.',
    sources: [HANDLER, NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.sync-return-ignored': {
    title: 'Up to Node.js 22 the value of a synchronous handler is ignored',
    statement:
      'A handler that is not async and returns a plain value answers null on Node.js 22 and earlier, once nothing is left to do. On Node.js 24 the value is the response.',
    sources: [NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.callback-waits-for-empty-event-loop': {
    title: 'A callback waits until nothing is left to do',
    statement:
      'On Node.js 22 and earlier, callback(null, result) is sent only when the event loop is empty: an open timer or connection holds it up, to the timeout if need be. With context.callbackWaitsForEmptyEventLoop = false it is sent at once and the rest is frozen. An error given to callback is always sent at once; only the first call counts.',
    sources: [HANDLER, CONTEXT, NODE_RUNTIME_CLIENT],
    confidence: 'A',
    older:
      'Older texts present this as the rule for all of Lambda. It never held for async handlers, and Node.js 24 has no callbacks.',
  },
  'lambda.unsettled-promise': {
    title: 'A promise that never settles ends the invocation with an error',
    statement:
      'If the handler awaits something that will never happen and nothing else is pending, Node.js 22 and earlier answer with the error Runtime.NodeJsExit and the environment lives on. On Node.js 24 the process just ends: Runtime.ExitError, "Runtime exited without providing a reason", and the environment is reset. If a timer is pending, the invocation runs to its timeout.',
    sources: [TROUBLESHOOTING, NODE_RUNTIME_CLIENT],
    confidence: 'B',
  },
  'lambda.unhandled-rejection': {
    title: 'A rejection that nobody handles ends the process',
    statement:
      'If a promise that you did not await rejects while the handler is still running, the process ends and the environment is reset. Node.js 22 and earlier report Runtime.UnhandledPromiseRejection; on Node.js 24 the process ends with status 1: Runtime.ExitError. If it rejects just as the handler returns, Node.js 22 has already sent the response, a success; Node.js 24 has not, so the invocation fails.',
    sources: [
      NODE_RUNTIME_CLIENT,
      {
        title: 'aws-lambda-base-images, issue 392: un-awaited rejections on Node.js 22 and 24',
        url: 'https://github.com/aws/aws-lambda-base-images/issues/392',
      },
    ],
    confidence: 'B',
  },
  'lambda.uncaught-exception': {
    title: 'An exception in a callback ends the process',
    statement:
      'An exception thrown in a timer or event callback, outside the promise of the handler, cannot be caught by the runtime as a result. The process ends and the environment is reset. Node.js 22 and earlier answer with that very error; Node.js 24 with Runtime.ExitError, "exit status 1".',
    sources: [NODE_RUNTIME_CLIENT],
    confidence: 'B',
  },
  'lambda.process-exit': {
    title: 'Calling process.exit fails the invocation',
    statement:
      'Ending the process yourself, with whatever status, is never a success: the caller gets Runtime.ExitError. With status 0 the message ends "Runtime exited without providing a reason", with any other "Runtime exited with error: exit status 1". The environment is reset.',
    sources: [LIFECYCLE, NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.context-object': {
    title: 'What the context object tells',
    statement:
      'The second argument names the function, its version, the ARN that was called, the memory setting (as a string), the request id, log group and log stream, and has getRemainingTimeInMillis(). functionVersion is $LATEST or a number, never the name of an alias.',
    sources: [CONTEXT, NODE_RUNTIME_CLIENT],
    confidence: 'A',
  },
  'lambda.deadline': {
    title: 'The remaining time counts from the delivery of the event',
    statement:
      'The deadline is set when the event is handed to the environment: its moment plus the timeout. So a cold start takes nothing from it, except a suppressed init. getRemainingTimeInMillis() is the deadline minus now and can become negative.',
    sources: [CONTEXT, NODE_RUNTIME_CLIENT],
    confidence: 'B',
  },
});
