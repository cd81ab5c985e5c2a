import { cite } from '$lib/rules';
import type { ShutdownReason } from '../records/environment';

/** The rules behind each thing that an environment does. */
export const citations = {
  coldStart: cite(
    'lambda.cold-start',
    'lambda.one-event-per-environment',
    'lambda.concurrency-needs-environments',
    'lambda.log-stream-per-environment',
  ),
  init: cite('lambda.init-phase', 'lambda.init-limit', 'lambda.log-init-start'),
  initDone: cite('lambda.init-phase', 'lambda.init-duration'),
  suppressedInit: cite('lambda.suppressed-init'),
  coldInvoke: cite(
    'lambda.cold-start',
    'lambda.deadline',
    'lambda.context-object',
    'lambda.runtime-overhead',
  ),
  warmInvoke: cite('lambda.environment-reuse', 'lambda.environment-keeps', 'lambda.deadline'),
  log: cite('lambda.log-console-format'),
  result: cite('lambda.invoke-synchronous', 'lambda.async-handler'),
  report: cite(
    'lambda.billed-duration',
    'lambda.log-start-end-report',
    'lambda.max-memory-used',
    'lambda.cpu-share',
    'sandbox.cpu-meter',
  ),
  coldReport: cite(
    'lambda.billed-duration',
    'lambda.billed-init',
    'lambda.log-start-end-report',
    'lambda.max-memory-used',
    'lambda.cpu-share',
    'sandbox.cpu-meter',
  ),
  frozen: cite('lambda.environment-frozen', 'lambda.background-work-frozen', 'lambda.idle-reclaim'),
  tmp: cite('lambda.environment-keeps', 'lambda.tmp-limit'),
  reset: cite('lambda.reset-after-failure'),
  shutdown: {
    idle: cite('lambda.idle-reclaim', 'lambda.shutdown-phase'),
    age: cite('lambda.maximum-age', 'lambda.shutdown-phase'),
    'code-update': cite('lambda.code-update', 'lambda.shutdown-phase'),
    'configuration-update': cite('lambda.code-update', 'lambda.shutdown-phase'),
  } satisfies Readonly<Record<ShutdownReason, readonly string[]>>,
} as const;
