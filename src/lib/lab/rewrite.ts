/**
 * Rewrites a scenario's text. Both what is there and what comes in stay as written: comments, order, CloudFormation's
 * short tags. YAML's reader is fetched when it is first wanted.
 */
import type { Fault } from '$lib/worker/protocol';
import { changedFunctions, type Code, type Files } from './code';

export type Rewritten =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Short tags are unknown to plain YAML and only passed through here: no warnings about them. */
const QUIET = { logLevel: 'silent' } as const;

/** The scenario with another template. A template that is no YAML gives the fault with its line. */
export async function withTemplate(scenarioText: string, template: string): Promise<Rewritten> {
  const { parseDocument } = await import('yaml');
  const replacement = parseDocument(template, QUIET);
  const [error] = replacement.errors;
  if (error) {
    const place = error.linePos?.[0];
    const path = place ? `template.yaml:${place.line}:${place.col}` : 'template.yaml';
    return { ok: false, faults: [{ path, message: withoutPlace(error.message) }] };
  }
  const scenario = parseDocument(scenarioText, QUIET);
  scenario.set('template', replacement.contents);
  return { ok: true, text: scenario.toString() };
}

/** The reader's message without the place, which the path tells, and without the excerpt below it. */
function withoutPlace(message: string): string {
  const [first = message] = message.split('\n', 1);
  return first.replace(/ at line \d+, column \d+:?$/, '');
}

/**
 * The scenario with other code in the functions that differ from `deployed`. Undefined if the folder of one cannot be
 * told, as with code that stands in the template itself.
 */
export async function withCode(
  scenarioText: string,
  deployed: Code,
  code: Code,
): Promise<string | undefined> {
  const { parseDocument, isMap } = await import('yaml');
  const scenario = parseDocument(scenarioText, QUIET);
  const section = scenario.get('files');
  if (!isMap(section)) return undefined;
  const texts = new Map(
    section.items.map(({ key }) => [String(key), String(scenario.getIn(['files', String(key)]))]),
  );
  for (const name of changedFunctions(code, deployed)) {
    const folder = folderOf(deployed[name] ?? {}, texts);
    if (folder === undefined) return undefined;
    for (const path of Object.keys(deployed[name] ?? {})) scenario.deleteIn(['files', folder + path]);
    for (const [path, text] of Object.entries(code[name] ?? {}))
      scenario.setIn(['files', folder + path], text);
  }
  return scenario.toString({ lineWidth: 0 });
}

/** The folder in which all of a function's files lie with these very texts. */
function folderOf(files: Files, texts: ReadonlyMap<string, string>): string | undefined {
  const [first, firstText] = Object.entries(files)[0] ?? [];
  if (first === undefined) return undefined;
  const candidates = [...texts]
    .filter(([path, text]) => text === firstText && (path === first || path.endsWith(`/${first}`)))
    .map(([path]) => path.slice(0, path.length - first.length));
  return candidates.find((folder) =>
    Object.entries(files).every(([path, text]) => texts.get(folder + path) === text),
  );
}
