import { Document, isNode, Scalar, visit } from 'yaml';
import type { Fault as InjectedFault } from '$lib/aws/faults';
import { formatDuration } from './duration';
import { formatRate } from './rate';
import type { Quotas, Rate, Scenario, Timing, WorkloadLine } from './scenario';
import { SCENARIO_FORMAT } from './schema';
import { toShortTags } from './yaml/short-tag-nodes';

/** Lines of the workload up to this long stand on one line. */
const FLOW_LENGTH_MAX = 160;

/** A scenario as YAML that a person likes to read; `parseScenario` reads the same scenario back. */
export function serialiseScenario(scenario: Scenario): string {
  const { files, workload, faults } = scenario;
  const document = new Document(
    {
      coldstart: SCENARIO_FORMAT,
      title: scenario.title,
      seed: scenario.seed,
      quotas: quotasSection(scenario.quotas),
      startsAt: new Date(scenario.startsAt).toISOString(),
      template: scenario.template,
      ...(files.size > 0 && { files: Object.fromEntries(files) }),
      ...(workload.length > 0 && { workload: workload.map(workloadLine) }),
      ...(faults.length > 0 && { faults: faults.map(faultLine) }),
      until: formatDuration(scenario.until),
    },
    { aliasDuplicateObjects: false },
  );
  toShortTags(document, ['template', 'workload']);
  asBlocks(document.getIn(['files'], true));
  asOneLiners(document.getIn(['workload'], true));
  asOneLiners(document.getIn(['faults'], true));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function quotasSection({ profile, overrides }: Quotas): unknown {
  return Object.keys(overrides).length === 0 ? profile : { profile, ...overrides };
}

function workloadLine({ timing, call, written }: WorkloadLine): unknown {
  return { ...timingMembers(timing), call, ...(Object.keys(written).length > 0 && { input: written }) };
}

function timingMembers(timing: Timing): Record<string, unknown> {
  switch (timing.kind) {
    case 'once':
      return { at: formatDuration(timing.at), ...burst(timing.count) };
    case 'every':
      return { ...span(timing), every: formatDuration(timing.every), ...burst(timing.count) };
    case 'rate':
      return {
        ...span(timing),
        rate: rateMember(timing.rate),
        ...(timing.arrivals === 'poisson' && { arrivals: 'poisson' }),
      };
  }
}

function span({ from, to }: Exclude<Timing, { kind: 'once' }>): Record<string, unknown> {
  return { from: formatDuration(from), to: formatDuration(to) };
}

function burst(count: number): Record<string, unknown> {
  return count === 1 ? {} : { count };
}

function rateMember({ from, to }: { readonly from: Rate; readonly to: Rate }): unknown {
  const ends = { from: formatRate(from), to: formatRate(to) };
  return ends.from === ends.to ? ends.from : ends;
}

function faultLine({ from, to, ...rest }: InjectedFault): unknown {
  return { from: formatDuration(from), to: formatDuration(to), ...rest };
}

/** Texts of several lines as blocks. */
function asBlocks(node: unknown): void {
  eachScalar(node, (scalar) => {
    if (typeof scalar.value === 'string' && scalar.value.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL;
  });
}

function eachScalar(node: unknown, action: (scalar: Scalar) => void): void {
  if (isNode(node))
    visit(node, {
      Scalar(key, scalar) {
        if (key !== 'key') action(scalar);
      },
    });
}

/** Each item of a list on a line of its own, where it is short enough. */
function asOneLiners(node: unknown): void {
  if (!isNode(node)) return;
  visit(node, {
    Map(_, map, path) {
      if (path.length > 1) return undefined;
      const length = JSON.stringify(map.toJSON()).length;
      map.flow = length <= FLOW_LENGTH_MAX;
      return visit.SKIP;
    },
  });
}
