import type { NodeRuntime } from '$lib/sandbox/isolate';

/** The runtimes that the sandbox reproduces. */
export const SIMULATED_RUNTIMES: readonly NodeRuntime[] = ['nodejs20.x', 'nodejs22.x', 'nodejs24.x'];

/** The runtimes that AWS's message names, in its order: recorded in January 2026. */
export const RUNTIMES_OF_AWS: readonly string[] = [
  'nodejs20.x',
  'python3.14',
  'provided.al2023',
  'python3.12',
  'python3.13',
  'nodejs24.x',
  'nodejs22.x',
  'java25',
  'python3.10',
  'python3.11',
  'java21',
  'ruby3.3',
  'ruby3.4',
  'ruby3.2',
  'python3.8',
  'python3.9',
  'java17',
  'nodejs16.x',
  'dotnet10',
  'dotnet8',
  'java11',
  'dotnet6',
  'nodejs18.x',
  'provided.al2',
  'java8.al2',
];

/** Why a runtime that AWS has cannot be used here; undefined for one that AWS does not have. */
export function notYetSimulated(runtime: string): string | undefined {
  if (!RUNTIMES_OF_AWS.includes(runtime) && !/^(nodejs26\.x|python3\.15)$/.test(runtime)) return undefined;
  return `AWS has the runtime ${runtime}; this simulator runs ${SIMULATED_RUNTIMES.join(', ')}.`;
}
