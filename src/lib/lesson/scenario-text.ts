import type { JsonObject } from '$lib/scenario/json';
import type { Files } from './types';

/** The text of a scenario that the simulation opens: a lesson's scenario with these files. JSON is YAML too. */
export function scenarioText(scenario: JsonObject, files: Files): string {
  return JSON.stringify({ ...scenario, files }, null, 2);
}
