import { parseArgs } from 'node:util';
import { after, type Microseconds } from '$lib/kernel/units';
import { TraceFullError } from '$lib/kernel/trace/trace';
import type { StepAction } from '$lib/lesson/types';
import { isQuotaProfile, QUOTA_PROFILES } from '$lib/rules/quotas';
import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { formatDuration, parseDuration } from '$lib/scenario/duration';
import { parseScenario } from '$lib/scenario/parse';
import { report } from '$lib/scenario/report';
import type { Scenario, WorkloadLine } from '$lib/scenario/scenario';
import { Simulation } from '$lib/scenario/simulation';
import { refusable, Refusal, type Place } from './place';
import { summary } from './summary';
import { formatFaults, readTarget } from './target';

const HELP = `Runs a scenario without a browser.

  npm run simulate -- FILE|LESSON|LINK [options]

FILE     a scenario in YAML or JSON; - reads the standard input
LESSON   01-first-invocation, first-invocation or 1: its first step; 1/greet: another step
LINK     what npm run link prints, or the address of the lab

  --json            print one JSON object: responses, logs, metrics, environments, bill, trace hash, rules
  --responses       list every response, however many there are
  --until T         end at this virtual time instead of the scenario's: 250ms, 10s, 5m, 2h
  --profile NAME    other quotas: ${QUOTA_PROFILES.join(', ')}
  --solution        a lesson's solution instead of the code that the step begins with
  --help            print this

Exit code: 0; 2 when the scenario or the command is at fault, and stderr says where and why; 1 when the simulator is.
`;

/** The command simulate; gives the exit code. */
export function main(args: readonly string[], place: Place): Promise<number> {
  return refusable(async () => {
    const { values, target } = readArguments(args);
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    if (target === undefined) throw new Refusal(HELP);
    const { name, text, actions } = await readTarget(target, place, values.solution);
    const scenario = withOptions(readScenario(name, text), values);
    const engine = await loadEngine();
    const simulation = new Simulation(scenario, () => createSandbox({ engine }));
    const started = process.hrtime.bigint();
    const full = run(simulation, actions);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const result = report(simulation, { responses: values.responses });
    process.stdout.write(
      values.json ? `${JSON.stringify(result)}\n` : summary(result, { seconds, all: values.responses }),
    );
    simulation.dispose();
    if (full === undefined) return 0;
    console.error(`${name}: The run ended early, at ${formatDuration(simulation.now)}: ${full}`);
    return 1;
  });
}

interface Options {
  readonly until?: string | undefined;
  readonly profile?: string | undefined;
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        responses: { type: 'boolean', default: false },
        solution: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        until: { type: 'string' },
        profile: { type: 'string' },
      },
    });
    if (positionals.length > 1)
      throw new Refusal(`Give one scenario, not ${positionals.length}: ${positionals.join(' ')}`);
    return { values, target: positionals[0] };
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal(`${error.message}\nSee: npm run simulate -- --help`);
    throw error;
  }
}

/** The scenario of a text; its warnings go to stderr, its faults end the command. */
export function readScenario(name: string, text: string): Scenario {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Refusal(formatFaults(name, parsed.faults));
  if (parsed.warnings.length > 0) console.error(formatFaults(`warning: ${name}`, parsed.warnings));
  return parsed.scenario;
}

function withOptions(scenario: Scenario, { until, profile }: Options): Scenario {
  const end = until === undefined ? scenario.until : parseDuration(until);
  if (end === undefined)
    throw new Refusal(`--until ${until ?? ''}: It must be a duration, such as 250ms, 10s, 5m or 2h.`);
  if (profile === undefined) return { ...scenario, until: end };
  if (!isQuotaProfile(profile))
    throw new Refusal(`--profile ${profile}: There is no such profile. Known: ${QUOTA_PROFILES.join(', ')}.`);
  return { ...scenario, until: end, quotas: { ...scenario.quotas, profile } };
}

/** Runs to the end. When the trace is full before, says so; what it holds can be reported all the same. */
function run(simulation: Simulation, actions: readonly StepAction[]): string | undefined {
  const { until } = simulation.scenario;
  try {
    for (const action of actions) perform(simulation, action, until);
    simulation.runUntil(until);
    return undefined;
  } catch (error) {
    if (error instanceof TraceFullError) return error.message;
    throw error;
  }
}

/** Does what a lesson's button does. */
function perform(simulation: Simulation, action: StepAction, until: Microseconds): void {
  if (action.kind === 'wait') {
    simulation.runUntil(after(simulation.now, action.duration));
    return;
  }
  const input = { FunctionName: action.functionName, Payload: action.event };
  for (let round = 0; round < action.rounds; round++) {
    const timing: WorkloadLine['timing'] = { kind: 'once', at: simulation.now, count: action.count };
    simulation.perform({ call: 'lambda:Invoke', input, written: input, timing });
    simulation.runUntilQuiet(until);
  }
}
