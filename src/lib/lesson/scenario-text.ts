import type { Files, Json } from './types';

/** The text of a scenario that the simulation opens: a lesson's scenario with these files. JSON is YAML too. */
export function scenarioText(scenario: Json, files: Files): string {
  if (scenario === null || typeof scenario !== 'object' || Array.isArray(scenario))
    throw new Error('a scenario is an object');
  return JSON.stringify({ ...scenario, files }, null, 2);
}
