import { lessonSlugs, lessonSummaries, loadLesson } from '$lib/lesson/load';
import type { Lesson } from '$lib/lesson/types';
import { encodeLink } from '$lib/scenario/link';
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
  const lesson = await loadLesson(slug);
  return {
    lesson,
    proofLinks: await proofLinks(lesson),
    previous: neighbour(place - 1),
    next: neighbour(place + 1),
  };
};

/** The fragment that opens each question's proof in the lab. Made here: the page needs no packer. */
async function proofLinks({ questions }: Lesson): Promise<Record<string, string>> {
  const links: Record<string, string> = {};
  for (const { id, proof } of questions) {
    if (proof === undefined) continue;
    const link = await encodeLink(proof.scenario);
    if (!link.ok) throw new Error(`question ${id}: ${link.fault.message}`);
    links[id] = link.fragment;
  }
  return links;
}
