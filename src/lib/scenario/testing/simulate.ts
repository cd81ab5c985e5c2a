import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { parseScenario } from '../parse';
import { Simulation } from '../simulation';

const engine = loadEngine();

/** A simulation of a scenario's text, not yet run; for tests. Throws on a bad scenario, naming its faults. */
export async function simulate(text: string): Promise<Simulation> {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const loaded = await engine;
  return new Simulation(parsed.scenario, () => createSandbox({ engine: loaded }));
}
