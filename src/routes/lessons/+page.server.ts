import { lessonSummaries } from '$lib/lesson/load';

export async function load() {
  return { lessons: await lessonSummaries() };
}
