import { cpus, totalmem } from 'node:os';

/** What the numbers were measured on, in general terms. */
export function machine(): Record<string, string | number> {
  return {
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
  };
}
