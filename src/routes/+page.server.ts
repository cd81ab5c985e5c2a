import { lessonSummaries } from '$lib/lesson/load';
import { firstRun } from './home/first-run.server';

export async function load() {
  const [lessons, run] = await Promise.all([lessonSummaries(), firstRun()]);
  return { lessons, run };
}
