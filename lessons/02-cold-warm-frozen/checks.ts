import type { LessonChecks } from '$lib/lesson/check';
import { callback } from './check-callback';
import { connection } from './check-connection';
import { count } from './check-count';
import { tmpCache } from './check-tmp-cache';
import { twenty } from './check-twenty';

export const steps: LessonChecks = {
  count,
  twenty,
  'tmp-cache': tmpCache,
  connection,
  callback,
};
