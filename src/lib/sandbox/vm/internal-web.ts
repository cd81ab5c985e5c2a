import { Op } from './bridge';
import { clone } from './clone';
import type { Kit } from './kit';

const NO_NETWORK =
  'The simulator runs handlers in a sandbox without a network: fetch cannot reach anything. Calls to simulated AWS services go through the AWS SDK.';

/** Globals of the web that Node has too. */
export default function make(kit: Kit): Record<string, unknown> {
  const CODES: Readonly<Record<string, number>> = {
    InvalidCharacterError: 5,
    AbortError: 20,
    TimeoutError: 23,
    DataCloneError: 25,
  };
  class DOMException extends Error {
    constructor(message = '', name = 'Error') {
      super(message);
      const frames = (this.stack ?? '').slice('Error'.length);
      Object.defineProperties(this, {
        name: { value: name, configurable: true },
        code: { value: CODES[name] ?? 0, configurable: true },
        stack: { value: name + frames, configurable: true, writable: true },
      });
    }
  }
  const base64 = (text: string, encode: boolean): string => {
    const { Buffer } = kit.builtin('buffer') as { Buffer: typeof globalThis.Buffer };
    return encode
      ? Buffer.from(text, 'latin1').toString('base64')
      : Buffer.from(text, 'base64').toString('latin1');
  };
  const milliseconds = (): number => Number(kit.host(Op.uptime)) / 1_000;
  return {
    DOMException,
    structuredClone: (value: unknown) =>
      clone(value, (message) => new DOMException(message, 'DataCloneError')),
    performance: {
      now: milliseconds,
      timeOrigin: Date.now() - milliseconds(),
      mark: () => undefined,
      measure: () => undefined,
      toJSON: () => ({ timeOrigin: 0 }),
    },
    btoa(text: unknown) {
      const given = String(text);
      for (const character of given) {
        if (character.charCodeAt(0) > 255)
          throw new DOMException('Invalid character', 'InvalidCharacterError');
      }
      return base64(given, true);
    },
    atob(text: unknown) {
      const given = String(text).replace(/[\t\n\f\r ]/g, '');
      if (/[^A-Za-z0-9+/=]/.test(given) || given.replace(/=+$/, '').length % 4 === 1)
        throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
      return base64(given, false);
    },
    fetch: () => {
      const cause = Object.assign(new Error(NO_NETWORK), { code: 'ERR_SIMULATOR_NO_NETWORK' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    },
    navigator: {
      hardwareConcurrency: 2,
      language: 'en-US',
      platform: 'linux',
      userAgent: `Node.js/${kit.major}`,
    },
  };
}
