import { lessonSlugs, lessonSummaries, loadLesson } from '$lib/lesson/load';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessonSlugs().map((slug) => ({ slug }));

export const load: PageServerLoad = async ({ params: { slug } }) => {
  const place = lessonSlugs().indexOf(slug);
  if (place < 0) error(404, 'There is no such lesson');
  const summaries = await lessonSummaries();
  const neighbour = (index: number) => {
    const lesson = summaries[index];
    return lesson && { slug: lesson.slug, number: lesson.number, title: lesson.title };
  };
  return { lesson: await loadLesson(slug), previous: neighbour(place - 1), next: neighbour(place + 1) };
};
