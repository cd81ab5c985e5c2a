import type { FunctionConfiguration } from '../configuration';

/** Where the variables' values come from, beside the configuration. */
export interface Place {
  readonly region: string;
}

/**
 * process.env of a function's process: what Lambda sets, then the learner's own (which may override some of them).
 * Recorded on nodejs24.x, January 2026; credentials are placeholders, nothing here can be used to sign anything.
 */
export function processVariables(
  { region }: Place,
  { functionName, handler, memorySize, runtime, logGroup, environment }: FunctionConfiguration,
  logStream: string,
): Readonly<Record<string, string>> {
  const node = runtime.replace(/^nodejs(\d+)\.x$/, 'node$1');
  return {
    AWS_ACCESS_KEY_ID: 'ASIACOLDSTARTEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_SESSION_TOKEN: 'not-a-token',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_LAMBDA_RUNTIME_API: '169.254.100.1:9001',
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    AWS_XRAY_DAEMON_ADDRESS: '169.254.100.1:2000',
    _AWS_XRAY_DAEMON_ADDRESS: '169.254.100.1',
    _AWS_XRAY_DAEMON_PORT: '2000',
    LAMBDA_TASK_ROOT: '/var/task',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
    LD_LIBRARY_PATH:
      '/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib',
    NODE_PATH: `/opt/nodejs/${node}/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task`,
    PWD: '/var/task',
    SHLVL: '0',
    _HANDLER: handler,
    ...environment,
  };
}
