import type { Fault } from '$lib/worker/protocol';

export type Replaced =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * The scenario with another template. Both are YAML; comments and CloudFormation's short tags stay as written. A
 * template that is no YAML gives the fault with its line. YAML's reader is fetched when it is first wanted.
 */
export async function withTemplate(scenarioText: string, template: string): Promise<Replaced> {
  const { parseDocument } = await import('yaml');
  // Short tags are unknown to plain YAML and only passed through here: no warnings about them.
  const replacement = parseDocument(template, { logLevel: 'silent' });
  const [error] = replacement.errors;
  if (error) {
    const place = error.linePos?.[0];
    const path = place ? `template.yaml:${place.line}:${place.col}` : 'template.yaml';
    return { ok: false, faults: [{ path, message: error.message.split('\n', 1)[0] ?? error.message }] };
  }
  const scenario = parseDocument(scenarioText, { logLevel: 'silent' });
  scenario.set('template', replacement.contents);
  return { ok: true, text: scenario.toString() };
}
