import { fromBase64Url, toBase64Url } from './base64url';
import { deflate, inflate } from './deflate';
import type { Fault } from './fault';
import { parseScenario } from './parse';
import type { Scenario } from './scenario';
import { TEXT_BYTES_MAX } from './yaml/limits';

/** The version of links that this code makes; each version knows its packing. */
const VERSION = '1';

/** Longest fragment that is read, in characters: 64 KiB. */
export const LINK_LENGTH_MAX = 65_536;

export type EncodedLink =
  | {
      readonly ok: true;
      /** `#s=1.…`: what follows the address of the lab. */
      readonly fragment: string;
    }
  | { readonly ok: false; readonly fault: Fault };

export type DecodedLink =
  | { readonly ok: true; readonly text: string; readonly scenario: Scenario }
  | {
      readonly ok: false;
      /** What is wrong with the link, or each thing wrong with the scenario in it. */
      readonly faults: readonly Fault[];
    };

/** Packs a scenario's text into the fragment of an address. Refuses what {@link decodeLink} would refuse for its size. */
export async function encodeLink(scenarioText: string): Promise<EncodedLink> {
  const bytes = new TextEncoder().encode(scenarioText);
  if (bytes.length > TEXT_BYTES_MAX)
    return {
      ok: false,
      fault: { path: '', message: 'The scenario is larger than 1 MiB: too large for a link.' },
    };
  const fragment = `#s=${VERSION}.${toBase64Url(await deflate(bytes))}`;
  if (fragment.length <= LINK_LENGTH_MAX) return { ok: true, fragment };
  const message = `The link would have ${fragment.length.toLocaleString('en')} characters; a link has at most ${LINK_LENGTH_MAX.toLocaleString('en')}. Share the scenario as a file.`;
  return { ok: false, fault: { path: '', message } };
}

/**
 * Unpacks and checks the scenario in a link: a whole address or its fragment. A hostile link costs little: its length is
 * looked at first, inflating stops at 1 MiB, and nothing runs.
 */
export async function decodeLink(link: string): Promise<DecodedLink> {
  if (link.length > LINK_LENGTH_MAX * 2 || fragmentOf(link).length > LINK_LENGTH_MAX)
    return broken(`The link is longer than ${LINK_LENGTH_MAX.toLocaleString('en')} characters.`);
  const match = /^#?s=([^.]*)\.?(.*)$/s.exec(fragmentOf(link));
  const [version, packed] = [match?.[1], match?.[2]];
  if (version === undefined || packed === undefined)
    return broken('This is no link to a scenario: the address has no #s= part.');
  if (version !== VERSION)
    return broken(
      /^\d+$/.test(version)
        ? `The link is of version ${version.slice(0, 9)}; this simulator reads version ${VERSION}.`
        : `The link names no version. A link begins with #s=${VERSION}.`,
    );
  const bytes = fromBase64Url(packed);
  if (!bytes || bytes.length === 0)
    return broken(
      'The link is damaged: it has characters that do not belong in a link, or its end is missing.',
    );
  const inflated = await inflate(bytes, TEXT_BYTES_MAX);
  if (inflated === 'too-large') return broken('The scenario in the link is larger than 1 MiB.');
  if (inflated === 'damaged')
    return broken(
      'The link is damaged or cut off: what it carries cannot be unpacked. Copy the whole link again.',
    );
  const text = utf8(inflated);
  if (text === undefined) return broken('The link is damaged: what it carries is no text.');
  const parsed = parseScenario(text);
  return parsed.ok ? { ok: true, text, scenario: parsed.scenario } : { ok: false, faults: parsed.faults };
}

/** True for an address or a fragment that carries a scenario; it may still be broken. */
export function isLink(text: string): boolean {
  return /^(https?:\/\/[^#]*)?#s=/.test(text);
}

function fragmentOf(link: string): string {
  const hash = link.indexOf('#');
  return hash < 0 ? link : link.slice(hash);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function broken(message: string): DecodedLink {
  return { ok: false, faults: [{ path: '', message }] };
}
