/** The run that the home page shows: not a drawing, but what the simulator did when the site was built. */
import { ProjectionCursor } from '$lib/kernel/trace/projection';
import type { Microseconds } from '$lib/kernel/units';
import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { parseScenario } from '$lib/scenario/parse';
import { Simulation } from '$lib/scenario/simulation';
import { LambdaViews } from '$lib/services/lambda/views/lambda-views';
import type { Lane } from '$lib/services/lambda/views/timeline';
import scenarioText from './first-run.yaml?raw';

export interface FirstRun {
  readonly lanes: readonly Lane[];
  readonly calls: readonly Call[];
  readonly end: Microseconds;
  readonly code: string;
}

export interface Call {
  readonly at: Microseconds;
  readonly endedAt: Microseconds;
  readonly payload: string;
}

export async function firstRun(): Promise<FirstRun> {
  const parsed = parseScenario(scenarioText);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('; '));
  const { scenario } = parsed;
  const engine = await loadEngine();
  const simulation = new Simulation(scenario, () => createSandbox({ engine }));
  simulation.runUntil(scenario.until);
  const views = new ProjectionCursor(
    simulation.trace,
    () =>
      new LambdaViews({
        concurrencyLimit: simulation.quotas.concurrentExecutions,
        epochMs: scenario.startsAt,
        region: 'us-east-1',
        responsesMax: 10,
        logLinesMax: 100,
      }),
  ).at(scenario.until);
  simulation.dispose();
  const calls = views.responses.newest.flatMap(({ at, endedAt, payload }) =>
    endedAt === undefined || payload === undefined ? [] : [{ at, endedAt, payload }],
  );
  return {
    lanes: views.timeline.view.lanes,
    calls: calls.toSorted((a, b) => a.at - b.at),
    end: scenario.until,
    code: scenario.files.get('orders/index.mjs') ?? '',
  };
}
