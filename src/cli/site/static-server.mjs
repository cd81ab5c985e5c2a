import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.yaml': 'text/yaml; charset=utf-8',
};

/**
 * The file that a URL's path names below `folder`; undefined when there is none, or when it would lie outside.
 *
 * @param {string} folder
 * @param {string} pathname
 * @returns {string | undefined}
 */
function fileOf(folder, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const file = path.join(folder, decoded, decoded.endsWith('/') ? 'index.html' : '');
  if (decoded.includes('\0') || !file.startsWith(folder + path.sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/**
 * A static server as any host of the site would be: files as they are, `/a/` is `/a/index.html`, `/a` goes to
 * `/a/`, anything else is 404.html. Names with a hash in them are cached for ever, others are asked for again.
 *
 * @param {string} folder absolute
 * @param {string} base path below which the folder is served: '' or `/name`
 */
export function staticServer(folder, base) {
  return createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (base !== '' && !pathname.startsWith(`${base}/`)) {
      response.writeHead(pathname === base ? 308 : 404, { location: `${base}/` }).end();
      return;
    }
    const inside = pathname.slice(base.length);
    const found = fileOf(folder, inside);
    if (!found && fileOf(folder, `${inside}/`)) {
      response.writeHead(308, { location: `${pathname}/${search}` }).end();
      return;
    }
    const file = found ?? path.join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cache-control': inside.includes('/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
}
