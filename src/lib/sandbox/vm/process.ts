import { Op } from './bridge';
import type { Kit } from './kit';

const VERSIONS: Readonly<Record<number, string>> = { 20: '20.19.5', 22: '22.21.1', 24: '24.11.1' };
const NANOSECONDS_A_MICROSECOND = 1_000;
const SECOND_NS = 1_000_000_000;

/** The `process` object, as far as a Lambda function can use it. */
export default function make(kit: Kit): object {
  const { EventEmitter } = kit.builtin('events') as { EventEmitter: new () => object };
  const version = VERSIONS[kit.major] ?? '';
  const uptimeNs = (): number => Number(kit.host(Op.uptime)) * NANOSECONDS_A_MICROSECOND;
  const stream = (): object => ({
    write(text: unknown) {
      kit.host(Op.write, String(text));
      return true;
    },
    isTTY: false,
    fd: 1,
  });
  const hrtime = Object.assign(
    (before?: readonly [number, number]): [number, number] => {
      const now = uptimeNs() - (before ? before[0] * SECOND_NS + before[1] : 0);
      return [Math.floor(now / SECOND_NS), ((now % SECOND_NS) + SECOND_NS) % SECOND_NS];
    },
    { bigint: () => BigInt(uptimeNs()) },
  );
  const process = new EventEmitter() as Record<string, unknown>;
  return Object.assign(process, {
    env: kit.environment(),
    version: `v${version}`,
    versions: { node: version },
    release: { name: 'node', lts: { 20: 'Iron', 22: 'Jod', 24: 'Krypton' }[kit.major] },
    platform: 'linux',
    arch: 'x64',
    pid: 8,
    ppid: 1,
    title: 'node',
    argv: ['/var/lang/bin/node', '/var/runtime/index.mjs'],
    argv0: '/var/lang/bin/node',
    execArgv: [],
    execPath: '/var/lang/bin/node',
    exitCode: undefined,
    stdout: stream(),
    stderr: stream(),
    hrtime,
    cwd: () => '/var/task',
    uptime: () => uptimeNs() / SECOND_NS,
    memoryUsage: Object.assign(
      () => {
        const heapUsed = Number(kit.host(Op.heap));
        return { rss: heapUsed, heapTotal: heapUsed, heapUsed, external: 0, arrayBuffers: 0 };
      },
      { rss: () => Number(kit.host(Op.heap)) },
    ),
    cpuUsage: () => ({ user: Number(kit.host(Op.uptime)), system: 0 }),
    nextTick(callback: unknown, ...args: unknown[]) {
      if (typeof callback !== 'function')
        throw new TypeError('The "callback" argument must be of type function.');
      kit.nextTick(() => void Reflect.apply(callback, undefined, args));
    },
    exit(code?: unknown) {
      kit.exit(Number(code ?? process['exitCode'] ?? 0));
    },
    abort: () => kit.exit(134),
    emitWarning(warning: unknown) {
      kit.host(
        Op.write,
        `(node:8) ${String(warning instanceof Error ? warning : `Warning: ${String(warning)}`)}\n`,
      );
    },
    umask: () => 0o22,
    getuid: () => 993,
    geteuid: () => 993,
    getgid: () => 990,
    getegid: () => 990,
  });
}
