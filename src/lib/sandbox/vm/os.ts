import { Op } from './bridge';
import type { Kit } from './kit';

const MEGABYTE = 1_048_576;

/** node:os, as far as a function may care. */
export default function make(kit: Kit): object {
  const memory = (): number => Number(kit.environment()['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? 128) * MEGABYTE;
  return {
    EOL: '\n',
    devNull: '/dev/null',
    platform: () => 'linux',
    type: () => 'Linux',
    arch: () => 'x64',
    machine: () => 'x86_64',
    endianness: () => 'LE',
    release: () => '5.10.0',
    version: () => '#1 SMP',
    hostname: () => '169.254.0.1',
    homedir: () => '/home/sbx_user1051',
    tmpdir: () => '/tmp',
    uptime: () => Number(kit.host(Op.uptime)) / 1_000_000,
    loadavg: () => [0, 0, 0],
    totalmem: memory,
    freemem: () => memory() - Number(kit.host(Op.heap)),
    cpus: () =>
      [1, 2].map(() => ({
        model: 'Simulated',
        speed: 2500,
        times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 },
      })),
    availableParallelism: () => 2,
    networkInterfaces: () => ({}),
    userInfo: () => ({
      uid: 993,
      gid: 990,
      username: 'sbx_user1051',
      homedir: '/home/sbx_user1051',
      shell: '/sbin/nologin',
    }),
  };
}
