import { KNOWN_CALLS, KNOWN_SERVICES } from '$lib/aws/actions';
import type { Fault as InjectedFault } from '$lib/aws/faults';
import type { FaultList } from './fault-list';
import { list } from './quote';
import { readObject } from './read-object';
import { FaultLine } from './schema';
import { didYouMean } from './suggest';

/** HTTP status by error code, of the errors of Lambda's API: source, the API reference of Invoke, November 2026. */
const STATUS: Readonly<Record<string, number>> = {
  ServiceException: 500,
  TooManyRequestsException: 429,
  ResourceNotFoundException: 404,
  ResourceConflictException: 409,
  InvalidParameterValueException: 400,
  InvalidRequestContentException: 400,
  RequestTooLargeException: 413,
  AccessDeniedException: 403,
  ResourceNotReadyException: 502,
  EC2ThrottledException: 502,
  EC2UnexpectedException: 502,
  EC2AccessDeniedException: 502,
  ENILimitReachedException: 502,
  SubnetIPAddressLimitReachedException: 502,
  KMSAccessDeniedException: 502,
  KMSDisabledException: 502,
  KMSInvalidStateException: 502,
  KMSNotFoundException: 502,
};

/** The section `faults`. */
export function readInjectedFaults(lines: readonly unknown[], faults: FaultList): readonly InjectedFault[] {
  return lines.flatMap((line, index) => readLine(line, ['faults', index], faults) ?? []);
}

function readLine(
  line: unknown,
  path: readonly (string | number)[],
  faults: FaultList,
): InjectedFault | undefined {
  const read = readObject(FaultLine, 'a line of faults', line, path, faults);
  if (!read) return undefined;
  const before = faults.count;
  const { from, to, service, action, error, message, rate } = read;
  if (to <= from) faults.add([...path, 'to'], 'It must be later than from.');
  if (!KNOWN_SERVICES.includes(service))
    faults.add(
      [...path, 'service'],
      `${service} is not simulated yet. Services so far: ${list(KNOWN_SERVICES)}.`,
    );
  else if (action !== undefined && !KNOWN_CALLS.includes(`${service}:${action}`))
    faults.add([...path, 'action'], unknownAction(service, action));
  const status = read.status ?? (Object.hasOwn(STATUS, error) ? STATUS[error] : undefined);
  if (status === undefined)
    faults.add(
      [...path, 'error'],
      `The HTTP status of ${error} is not known: give it as status.${didYouMean(error, Object.keys(STATUS))}`,
    );
  if (faults.count > before || status === undefined) return undefined;
  return { from, to, service, error, status, rate, ...(action && { action }), ...(message && { message }) };
}

function unknownAction(service: string, action: string): string {
  const known = KNOWN_CALLS.filter((call) => call.startsWith(`${service}:`)).map((call) =>
    call.slice(service.length + 1),
  );
  return `${service} has no simulated action ${action}. Known: ${list(known)}.${didYouMean(action, known)}`;
}
