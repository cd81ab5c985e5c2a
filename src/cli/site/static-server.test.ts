import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staticServer } from './static-server.mjs';

let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  mkdirSync(path.join(folder, 'site/lessons'), { recursive: true });
  mkdirSync(path.join(folder, 'site/immutable'));
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'site/index.html'), 'home');
  writeFileSync(path.join(folder, 'site/404.html'), 'lost');
  writeFileSync(path.join(folder, 'site/lessons/index.html'), 'lessons');
  writeFileSync(path.join(folder, 'site/immutable/a.wasm'), 'wasm');
});

afterEach(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path exactly as it is written: fetch would tidy it up first. */
async function get(base: string, rawPath: string) {
  server?.close();
  const started = staticServer(path.join(folder, 'site'), base);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port, path: rawPath, agent: false }, (response) => {
        let body = '';
        response.on('data', (part: Buffer) => (body += part.toString()));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('the static server', () => {
  it('serves a folder’s index, and sends a folder without its slash there', async () => {
    expect(await get('', '/')).toMatchObject({ status: 200, body: 'home' });
    expect(await get('', '/lessons/')).toMatchObject({ status: 200, body: 'lessons' });
    expect(await get('', '/lessons?a=1')).toMatchObject({
      status: 308,
      headers: { location: '/lessons/?a=1' },
    });
  });

  it('answers what it does not have with 404.html', async () => {
    expect(await get('', '/nothing')).toMatchObject({ status: 404, body: 'lost' });
    expect(await get('', '/%')).toMatchObject({ status: 404, body: 'lost' });
  });

  it('never leaves its folder', async () => {
    for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/lessons/../../secret.txt', '/%00'])
      expect(await get('', path), path).toMatchObject({ status: 404 });
  });

  it('says what a file is and how long it may be kept', async () => {
    const { headers } = await get('', '/immutable/a.wasm');
    expect(headers).toMatchObject({ 'content-type': 'application/wasm' });
    expect(headers['cache-control']).toContain('immutable');
    expect((await get('', '/')).headers['cache-control']).toBe('no-cache');
  });

  it('serves below a base path, and nothing beside it', async () => {
    expect(await get('/some/folder', '/some/folder/lessons/')).toMatchObject({ body: 'lessons' });
    expect(await get('/some/folder', '/some/folder')).toMatchObject({
      status: 308,
      headers: { location: '/some/folder/' },
    });
    expect(await get('/some/folder', '/lessons/')).toMatchObject({ status: 404 });
    expect(await get('/some/folder', '/some/folderlessons/')).toMatchObject({ status: 404 });
  });
});
