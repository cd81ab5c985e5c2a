import { describe, expect, it } from 'vitest';
import { loadEngine } from './load-node';
import { createSandbox } from './sandbox';
import { DEADLINE, NOW, invocation, isolateOptions } from './testing';

const engine = await loadEngine();

/** Runs an expression in a handler and gives back its JSON; a failure gives the error's text. */
function run(body: string, head = ''): unknown {
  const sandbox = createSandbox({ engine });
  const isolate = sandbox.createIsolate(
    isolateOptions(sandbox, { 'index.mjs': `${head}\nexport const handler = async () => { ${body} };` }),
  );
  const all = [...isolate.start(NOW, DEADLINE).effects];
  if (all.at(-1)?.kind === 'ready') {
    let turn = isolate.invoke(NOW, DEADLINE, invocation());
    all.push(...turn.effects);
    for (
      let i = 0;
      i < 20 && !turn.ended && !all.some((e) => e.kind === 'response' || e.kind === 'error') && turn.wakeAt;
      i++
    ) {
      turn = isolate.wake(turn.wakeAt);
      all.push(...turn.effects);
    }
  }
  const response = all.find((effect) => effect.kind === 'response');
  if (response) return JSON.parse(response.body);
  throw new Error(JSON.stringify(all, null, 1));
}

function logged(statement: string): unknown {
  const sandbox = createSandbox({ engine });
  const isolate = sandbox.createIsolate(
    isolateOptions(sandbox, { 'index.mjs': `${statement}; export const handler = async () => {};` }),
  );
  const { effects } = isolate.start(NOW, DEADLINE);
  return effects
    .flatMap((effect) =>
      effect.kind === 'log'
        ? [effect.message]
        : effect.kind === 'stdout'
          ? [effect.text]
          : effect.kind === 'ready'
            ? []
            : [JSON.stringify(effect)],
    )
    .join('|');
}

describe('console prints what Node prints', () => {
  it.each([
    [`console.log('a %s b %d %j', 'x', 4, {q: 1})`, 'a x b 4 {"q":1}'],
    [`console.log({ a: 1, b: [1, 2, { c: { d: 1 } }] })`, '{ a: 1, b: [ 1, 2, { c: [Object] } ] }'],
    [`console.log(new Map([['a', 1]]), new Set([1, 'b']))`, "Map(1) { 'a' => 1 } Set(2) { 1, 'b' }"],
    [
      `class Foo { constructor() { this.x = 1; } } console.log(new Foo(), Foo, () => 1, async function go() {})`,
      'Foo { x: 1 } [class Foo] [Function (anonymous)] [AsyncFunction: go]',
    ],
    [
      `console.log(null, undefined, 1n, Symbol('s'), -0, NaN, true)`,
      'null undefined 1n Symbol(s) -0 NaN true',
    ],
    [
      `console.log([1,,3], [undefined, null], 'str', ['str'])`,
      "[ 1, <1 empty item>, 3 ] [ undefined, null ] str [ 'str' ]",
    ],
    [`const a = { n: 1 }; a.self = a; console.log(a)`, '<ref *1> { n: 1, self: [Circular *1] }'],
    [
      `console.log(Buffer.from('hi'), new Uint8Array([1, 2]), new Date(0), /x/g)`,
      '<Buffer 68 69> Uint8Array(2) [ 1, 2 ] 1970-01-01T00:00:00.000Z /x/g',
    ],
    [`console.log(Promise.resolve(5), new Promise(() => {}))`, 'Promise { 5 } Promise { <pending> }'],
    [
      `console.log({ get a() { return 1; }, set b(v) {}, f() {} })`,
      '{ a: [Getter], b: [Setter], f: [Function: f] }',
    ],
    [
      `console.log(Object.create(null), new (class Rows extends Array {})(2))`,
      '[Object: null prototype] {} Rows(2) [ <2 empty items> ]',
    ],
    [`console.log(Array.from({ length: 120 }, (_, i) => i).length, [[[[1]]]])`, '120 [ [ [ [Array] ] ] ]'],
    [
      `console.table([{ a: 1 }])`,
      '┌─────────┬───┐\n│ (index) │ a │\n├─────────┼───┤\n│ 0       │ 1 │\n└─────────┴───┘\n',
    ],
    [`console.error(new Error('boom').message); console.count()`, 'boom|default: 1'],
  ])('%s', (statement, text) => {
    expect(logged(statement)).toBe(text);
  });

  it('prints an error with its stack and its properties', () => {
    expect(logged(`console.log(Object.assign(new TypeError('bad'), { code: 'E1' }))`)).toBe(
      "TypeError: bad\n    at file:///var/task/index.mjs:1:27 {\n  code: 'E1'\n}",
    );
  });
});

describe('built-in modules', () => {
  it.each<[string, string, unknown]>([
    [
      'fs',
      `fs.writeFileSync('/tmp/a.txt', 'hällo'); fs.appendFileSync('/tmp/a.txt', '!'); return [fs.readFileSync('/tmp/a.txt', 'utf8'), fs.existsSync('/tmp/b'), fs.readdirSync('/tmp'), fs.statSync('/tmp/a.txt').size]`,
      ['hällo!', false, ['a.txt'], 7],
    ],
    [
      'fs',
      `try { fs.writeFileSync('/var/task/x', 'a') } catch (e) { return [e.message, e.code, e.errno, e.syscall, e.path] }`,
      ["EROFS: read-only file system, open '/var/task/x'", 'EROFS', -30, 'open', '/var/task/x'],
    ],
    [
      'fs',
      `try { fs.readFileSync('/tmp/nope') } catch (e) { return e.message }`,
      "ENOENT: no such file or directory, open '/tmp/nope'",
    ],
    ['fs', `return fs.readFileSync('/var/task/index.mjs', 'utf8').startsWith('import')`, true],
    [
      'fs/promises',
      `await fs_promises.mkdir('/tmp/a/b', { recursive: true }); await fs_promises.writeFile('/tmp/a/b/c', Buffer.from([1,2,0,3])); const b = await fs_promises.readFile('/tmp/a/b/c'); await fs_promises.rm('/tmp/a', { recursive: true }); return [[...b], await fs_promises.readdir('/tmp')]`,
      [[1, 2, 0, 3], []],
    ],
    [
      'path',
      `return [path.join('/a', '../b'), path.extname('x.tar.gz'), path.resolve('/x', 'y')]`,
      ['/b', '.gz', '/x/y'],
    ],
    [
      'crypto',
      `return [crypto.createHash('sha256').update('abc').digest('hex'), crypto.createHmac('sha1', 'k').update('abc').digest('base64'), crypto.randomUUID().length, crypto.randomBytes(4).length]`,
      [
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        '+b7wkf4A2fUShZODbbqZ4ZPwgXQ=',
        36,
        4,
      ],
    ],
    [
      'util',
      `return [util.format('%s-%d', 'a', 1), util.inspect({ a: { b: { c: {} } } }), util.isDeepStrictEqual({ a: [1] }, { a: [1] }), await util.promisify((x, cb) => cb(null, x + 1))(1), util.types.isPromise(Promise.resolve())]`,
      ['a-1', '{ a: { b: { c: {} } } }', true, 2, true],
    ],
    [
      'events',
      `const e = new events.EventEmitter(); let n = 0; e.on('x', (v) => { n += v; }); e.emit('x', 3); return n`,
      3,
    ],
    [
      'buffer',
      `return [Buffer.from('aGk=', 'base64').toString(), Buffer.concat([Buffer.from('a'), Buffer.from('b')]).toString('hex')]`,
      ['hi', '6162'],
    ],
    [
      'url',
      `const u = new URL('https://a.b:8080/c?d=1#e'); u.searchParams.append('f', 'g h'); u.pathname = '/z'; return [u.href, u.port, [...u.searchParams.keys()]]`,
      ['https://a.b:8080/z?d=1&f=g+h#e', '8080', ['d', 'f']],
    ],
    ['os', `return [os.EOL, os.tmpdir(), os.platform()]`, ['\n', '/tmp', 'linux']],
    [
      'assert',
      `try { assert.deepStrictEqual({ a: 1 }, { a: 2 }) } catch (e) { return [e.name, e.code] }`,
      ['AssertionError', 'ERR_ASSERTION'],
    ],
    [
      'timers/promises',
      `const t = Date.now(); await timers_promises.setTimeout(100); return Date.now() - t`,
      100,
    ],
    [
      'process',
      `return [process.env.AWS_REGION, process.version.startsWith('v24'), process.cwd(), typeof process.hrtime.bigint()]`,
      ['eu-central-1', true, '/var/task', 'bigint'],
    ],
  ])('%s: %s', (name, body, expected) => {
    const binding = name.replace('/', '_');
    expect(run(body, `import * as ${binding} from 'node:${name}';`)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    [
      `const c = structuredClone({ d: new Date(0), m: new Map([[1, { a: 1 }]]) }); return [c.d instanceof Date, c.m.get(1)]`,
      [true, { a: 1 }],
    ],
    [
      `return [atob('aGk='), btoa('hi'), new TextDecoder().decode(new TextEncoder().encode('ä'))]`,
      ['hi', 'aGk=', 'ä'],
    ],
    [
      `try { await fetch('https://example.com') } catch (e) { return [e.name, e.message, e.cause.message.includes('without a network')] }`,
      ['TypeError', 'fetch failed', true],
    ],
    [
      `const s = AbortSignal.timeout(5); setTimeout(() => {}, 50); return await new Promise((r) => s.addEventListener('abort', () => r(s.reason.name)))`,
      'TimeoutError',
    ],
    [
      `const t = setTimeout(() => {}, 10); const n = +t; clearTimeout(t); return [typeof n, t.hasRef(), typeof t.unref]`,
      ['number', true, 'function'],
    ],
    [
      `return [Date.now(), new Date().toISOString(), performance.now() >= 0]`,
      [1_767_225_601_000, '2026-01-01T00:00:01.000Z', true],
    ],
    [`return new Date(2026, 0, 1).getTimezoneOffset()`, 0],
    [
      `return await Promise.all([1, 2].map((x) => new Promise((r) => setTimeout(() => r(x), 5 * x))))`,
      [1, 2],
    ],
    [
      `const order = []; setTimeout(() => order.push('timeout'), 0); setImmediate(() => order.push('immediate')); process.nextTick(() => order.push('tick')); queueMicrotask(() => order.push('micro')); await new Promise((r) => setTimeout(r, 5)); return order`,
      ['micro', 'tick', 'immediate', 'timeout'],
    ],
  ])('%s', (body, expected) => {
    expect(run(body)).toEqual(expected);
  });
});
