import { succeeded, type Answer } from '$lib/aws/errors';
import type { LambdaFunction } from '../function';

/** lambda:GetFunction. Members that the simulator knows nothing of are left out. */
export function getFunction(found: LambdaFunction): Answer {
  return succeeded({
    Configuration: configurationOutput(found),
    Code: { RepositoryType: 'S3' },
    Tags: {},
  });
}

/** FunctionConfiguration as the API words it. */
export function configurationOutput(found: LambdaFunction): Readonly<Record<string, unknown>> {
  const { configuration } = found;
  return {
    FunctionName: configuration.functionName,
    FunctionArn: found.arn,
    Runtime: configuration.runtime,
    Handler: configuration.handler,
    Timeout: configuration.timeout,
    MemorySize: configuration.memorySize,
    Version: '$LATEST',
    ...(Object.keys(configuration.environment).length > 0 && {
      Environment: { Variables: configuration.environment },
    }),
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: found.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [configuration.architecture],
    EphemeralStorage: { Size: configuration.ephemeralStorage },
    LoggingConfig: { LogFormat: 'Text', LogGroup: configuration.logGroup },
  };
}
