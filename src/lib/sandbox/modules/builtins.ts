import assert from '../vm/assert.ts?guest';
import assertStrict from '../vm/assert-strict.ts?guest';
import asyncHooks from '../vm/async-hooks.ts?guest';
import buffer from '../vm/buffer.ts?guest';
import crypto from '../vm/crypto.ts?guest';
import events from '../vm/events.ts?guest';
import fs from '../vm/fs.ts?guest';
import fsPromises from '../vm/fs-promises.ts?guest';
import internalConsole from '../vm/internal-console.ts?guest';
import internalEncoding from '../vm/internal-encoding.ts?guest';
import internalErrors from '../vm/internal-errors.ts?guest';
import internalEvents from '../vm/internal-events.ts?guest';
import internalFormat from '../vm/internal-format.ts?guest';
import internalTimers from '../vm/internal-timers.ts?guest';
import internalUrl from '../vm/internal-url.ts?guest';
import internalWeb from '../vm/internal-web.ts?guest';
import os from '../vm/os.ts?guest';
import path from '../vm/path.ts?guest';
import perfHooks from '../vm/perf-hooks.ts?guest';
import process from '../vm/process.ts?guest';
import querystring from '../vm/querystring.ts?guest';
import timers from '../vm/timers.ts?guest';
import timersPromises from '../vm/timers-promises.ts?guest';
import url from '../vm/url.ts?guest';
import util from '../vm/util.ts?guest';
import utilTypes from '../vm/util-types.ts?guest';

/** The code of each part that runs inside QuickJS, by name. Names without `internal/` can be imported. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['assert', assert],
  ['assert/strict', assertStrict],
  ['async_hooks', asyncHooks],
  ['buffer', buffer],
  ['crypto', crypto],
  ['events', events],
  ['fs', fs],
  ['fs/promises', fsPromises],
  ['os', os],
  ['path', path],
  ['path/posix', path],
  ['perf_hooks', perfHooks],
  ['process', process],
  ['querystring', querystring],
  ['timers', timers],
  ['timers/promises', timersPromises],
  ['url', url],
  ['util', util],
  ['util/types', utilTypes],
  ['internal/console', internalConsole],
  ['internal/encoding', internalEncoding],
  ['internal/errors', internalErrors],
  ['internal/events', internalEvents],
  ['internal/format', internalFormat],
  ['internal/timers', internalTimers],
  ['internal/url', internalUrl],
  ['internal/web', internalWeb],
]);

/** The built-in modules that learner code can import. */
export const BUILTINS: ReadonlySet<string> = new Set(
  [...PARTS.keys()].filter((name) => !name.startsWith('internal/')),
);

/** Built-in modules of Node that the sandbox lacks. */
const ABSENT: ReadonlySet<string> = new Set(
  'child_process cluster console constants dgram diagnostics_channel dns dns/promises domain http http2 https inspector module net punycode readline readline/promises repl sqlite stream stream/promises stream/web stream/consumers string_decoder sys test tls trace_events tty v8 vm wasi worker_threads zlib'.split(
    ' ',
  ),
);

/** Says what is missing, when a module exists on Lambda but not here. Undefined for any other name. */
export function absence(specifier: string): string | undefined {
  const bare = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
  if (ABSENT.has(bare)) return `The simulator does not have Node's built-in module ${bare}`;
  if (/^@(aws-sdk|smithy|aws-lambda-powertools)\//.test(bare))
    return `The simulator does not have ${bare} yet`;
  return undefined;
}

export function partSource(name: string): string | undefined {
  return PARTS.get(name);
}
