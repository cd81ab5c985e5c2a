import type { Kit } from './kit';

/** node:url. */
export default function make(kit: Kit): object {
  const { URL, URLSearchParams } = kit.internal('url') as {
    URL: typeof globalThis.URL;
    URLSearchParams: typeof globalThis.URLSearchParams;
  };
  const fileURLToPath = (url: unknown): string => {
    const { protocol, pathname } = new URL(String(url));
    if (protocol === 'file:') return decodeURIComponent(pathname);
    throw Object.assign(new TypeError('The URL must be of scheme file'), { code: 'ERR_INVALID_URL_SCHEME' });
  };
  const pathToFileURL = (path: string): URL =>
    new URL(
      `file://${encodeURI(path.startsWith('/') ? path : `/var/task/${path}`).replace(/[?#]/g, encodeURIComponent)}`,
    );
  const parse = (address: string): object => {
    const { protocol, host, port, hostname, hash, search, pathname, href } = new URL(
      address,
      'http://localhost',
    );
    return {
      protocol,
      host,
      port,
      hostname,
      hash,
      search,
      query: search.slice(1),
      pathname,
      path: pathname + search,
      href,
    };
  };
  return { URL, URLSearchParams, fileURLToPath, pathToFileURL, parse, format: String };
}
