/** The parts of a `lesson.md`: front matter between `---` lines, an introduction, a section for each step, a closing. */
export interface Sections {
  /** YAML. */
  readonly frontMatter: string;
  readonly intro: string;
  readonly steps: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly closing: string;
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
/** `## Title {#step-id}` opens a step. */
const STEP_HEADING = /^## +(.+?) +\{#([a-z0-9-]+)\}$/;

/**
 * Cuts a `lesson.md`. A heading of the second level with an id in braces opens a step; one without an id, after the
 * last step, opens the closing.
 */
export function readSections(source: string): Sections {
  const front = FRONT_MATTER.exec(source);
  if (!front) throw new Error('lesson.md must begin with front matter between two lines of ---');
  const steps: { id: string; title: string; lines: string[] }[] = [];
  const intro: string[] = [];
  const closing: string[] = [];
  let target = intro;
  for (const line of source.slice(front[0].length).split('\n')) {
    const [, title, id] = STEP_HEADING.exec(line) ?? [];
    if (title !== undefined && id !== undefined) {
      target = [];
      steps.push({ id, title, lines: target });
    } else {
      if (line.startsWith('## ') && steps.length > 0) target = closing;
      target.push(line);
    }
  }
  return {
    frontMatter: front[1] ?? '',
    intro: intro.join('\n').trim(),
    steps: steps.map(({ id, title, lines }) => ({ id, title, text: lines.join('\n').trim() })),
    closing: closing.join('\n').trim(),
  };
}
