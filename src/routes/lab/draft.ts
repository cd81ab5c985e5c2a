import * as v from 'valibot';

const filesSchema = v.record(v.string(), v.string());

const draftSchema = v.object({
  /** The scenario's text without what was done in the lab. */
  scenario: v.string(),
  /** The code in the editor, by function. */
  code: v.record(v.string(), filesSchema),
  /** The template in the editor. */
  template: v.string(),
  /** The test event. */
  event: v.string(),
});

/** Everything that a learner wrote in the free lab. */
export type Draft = v.InferOutput<typeof draftSchema>;

export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

/** Undefined for anything that is no draft: it is left where it is, and the lab opens without it. */
export function readDraft(text: string | undefined): Draft | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = v.safeParse(draftSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
