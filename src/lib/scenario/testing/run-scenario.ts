import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { parseScenario } from '../parse';
import { report, type Report } from '../report';
import { Simulation } from '../simulation';

const engine = loadEngine();

/** A simulation of a scenario's text, not yet run; for tests. Throws on a bad scenario, naming its faults. */
export async function simulate(text: string): Promise<Simulation> {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const loaded = await engine;
  return new Simulation(parsed.scenario, () => createSandbox({ engine: loaded }));
}

/** Runs a scenario to its end and reports it; for tests. */
export async function runScenario(text: string): Promise<Report> {
  const simulation = await simulate(text);
  simulation.runUntil(simulation.scenario.until);
  const result = report(simulation);
  simulation.dispose();
  return result;
}
