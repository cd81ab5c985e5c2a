import { recordKind } from '$lib/kernel/trace/record-kind';

/** A call came to the door. `input` is the input as JSON text; `resource` is what it names. */
export const callRecord = recordKind(
  'aws.call',
  {
    requestId: 'id',
    principal: 'text',
    service: 'text',
    action: 'text',
    resource: 'text?',
    input: 'text',
  },
  ({ values: { principal, service, action, resource } }) => ({
    who: principal,
    what: `${principal} called ${service}:${action}${resource === undefined ? '' : ` on ${resource}`}.`,
    why: 'It is a line of the workload, or something that you did in the lab.',
  }),
);

/**
 * A call was answered. `output` is the output as JSON text; it is left out where the cause (the report of an
 * invocation) already holds the payload.
 */
export const responseRecord = recordKind(
  'aws.response',
  {
    requestId: 'id',
    service: 'text',
    action: 'text',
    status: 'integer',
    output: 'text?',
    error: 'text?',
    message: 'text?',
    fields: 'text?',
  },
  ({ values: { service, action, status, error, message } }) =>
    error === undefined
      ? { who: 'the caller', what: `${service}:${action} answered with HTTP ${status}.` }
      : {
          who: 'the caller',
          what: `${service}:${action} was refused with HTTP ${status}, ${error}: ${message ?? ''}`,
        },
);
