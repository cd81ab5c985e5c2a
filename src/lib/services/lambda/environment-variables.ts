import { utf8Length } from '$lib/kernel/utf8';

/** Names that Lambda sets itself and refuses in a function's configuration. Source: environment variables, API, 2026. */
const RESERVED = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
  'AWS_LAMBDA_MAX_CONCURRENCY',
  'AWS_LAMBDA_METADATA_API',
  'AWS_LAMBDA_METADATA_TOKEN',
]);

const NAME = '[a-zA-Z]([a-zA-Z0-9_])+';
const BYTES_MAX = 4_096;
const UNABLE =
  'Lambda was unable to configure your environment variables because the environment variables you have provided';

export interface VariablesFault {
  /** The variable; undefined when it is about all of them. */
  readonly name: string | undefined;
  readonly message: string;
}

/** What AWS has against a function's own environment variables. */
export function environmentVariablesFaults(
  variables: Readonly<Record<string, string>>,
): readonly VariablesFault[] {
  const faults: VariablesFault[] = [];
  for (const name of Object.keys(variables)) {
    if (RESERVED.has(name))
      faults.push({
        name,
        message: `${UNABLE} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${name}`,
      });
    else if (!new RegExp(`^${NAME}$`).test(name))
      faults.push({
        name,
        message: `1 validation error detected: Value '${name.slice(0, 80)}' at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: ${NAME}]`,
      });
  }
  const measured = JSON.stringify(variables);
  const size = utf8Length(measured);
  if (size > BYTES_MAX)
    faults.push({
      name: undefined,
      message: `${UNABLE} exceeded the 4KB limit. String measured: ${measured.slice(0, 80)}… (${size.toLocaleString('en')} bytes)`,
    });
  return faults;
}
