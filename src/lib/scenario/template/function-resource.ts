import type { FunctionConfiguration } from '$lib/services/lambda/configuration';
import * as check from '$lib/services/lambda/configuration-checks';
import type { FaultSink } from '../fault-list';
import type { JsonObject } from '../json';
import { lambdaCode, missingModule, serverlessCode } from './code';
import { PROPERTIES, type FunctionType } from './properties';
import { PropertyReader } from './property-reader';

export interface FunctionSource {
  readonly type: FunctionType;
  readonly logicalId: string;
  /** Globals merged in, functions worked out. */
  readonly properties: JsonObject;
  readonly files: ReadonlyMap<string, string>;
}

/** Reads the properties of one function. Paths of faults start at its Properties; undefined when it has any. */
export function readFunction(
  { type, logicalId, properties, files }: FunctionSource,
  faults: FaultSink,
  warnings: FaultSink,
): FunctionConfiguration | undefined {
  const inCloudFormation = type === 'AWS::Lambda::Function';
  const reader = new PropertyReader(properties, faults);
  reader.onlyKnown(type, PROPERTIES[type]);
  reader.packageType();
  reader.value('Description', check.checkDescription, '');
  if (inCloudFormation && properties['Role'] === undefined)
    reader.add(
      [],
      'Role is missing: the ARN of the role that the function runs as. (AWS::Serverless::Function makes one.)',
    );
  reader.value('Role', check.checkRole, '');
  const functionName = reader.value('FunctionName', check.checkFunctionName, logicalId);
  const configuration = {
    functionName,
    runtime: reader.mandatory('Runtime', check.checkRuntime, 'nodejs24.x'),
    handler: reader.mandatory('Handler', check.checkHandler, ''),
    memorySize: reader.value('MemorySize', check.checkMemorySize, 128),
    timeout: reader.value('Timeout', check.checkTimeout, 3),
    ephemeralStorage: reader.ephemeralStorage(),
    environment: reader.environment(),
    architecture: reader.value('Architectures', check.checkArchitectures, 'x86_64'),
    logGroup: reader.logGroup(`/aws/lambda/${functionName}`),
  };
  const code = inCloudFormation
    ? lambdaCode(properties['Code'], reader)
    : serverlessCode(properties, files, reader);
  if (reader.faulty || !code) return undefined;
  const warning = missingModule(configuration.handler, code);
  if (warning !== undefined) warnings.add(['Handler'], warning);
  return { ...configuration, code };
}
