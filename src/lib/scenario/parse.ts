import { FaultList } from './fault-list';
import { readFiles } from './files-section';
import { readInjectedFaults } from './injected-faults';
import { isJsonObject } from './json';
import { readQuotas } from './quotas-section';
import { readObject } from './read-object';
import type { ParsedScenario, WorkloadLine } from './scenario';
import { ScenarioFile } from './schema';
import { readTemplate } from './template/template';
import { readWorkloadLine } from './workload-line';
import { readYaml } from './yaml/read';

/**
 * Reads a scenario's text: YAML with CloudFormation's short tags, or JSON. All faults are told at once, each with its
 * path, its reason and where it is in the text. Never throws, whatever the text.
 */
export function parseScenario(text: string): ParsedScenario {
  const { value, faults, positionOf } = readYaml(text);
  if (value === undefined) return { ok: false, faults: faults.all() };
  const warnings = new FaultList(positionOf);
  const file = readObject(ScenarioFile, 'the scenario', value, [], faults);
  // A fault in one section hides none in another: each is read from what was written.
  const written = isJsonObject(value) ? value : {};
  const template = isJsonObject(written['template']) ? written['template'] : undefined;
  const quotas = readQuotas(written['quotas'], faults);
  const files = readFiles(written['files'], faults);
  const read = template && readTemplate(template, files, faults, warnings);
  const workload: WorkloadLine[] = [];
  if (read && Array.isArray(written['workload']))
    for (const [index, line] of written['workload'].entries()) {
      const parsed = readWorkloadLine(line, ['workload', index], read, faults);
      if (parsed) workload.push(parsed);
    }
  const injected = Array.isArray(written['faults']) ? readInjectedFaults(written['faults'], faults) : [];
  if (!file || !template || !read || faults.count > 0) return { ok: false, faults: faults.all() };
  return {
    ok: true,
    warnings: warnings.all(),
    scenario: {
      title: file.title,
      seed: file.seed,
      quotas,
      startsAt: file.startsAt,
      template,
      functions: read.functions,
      files,
      workload,
      faults: injected,
      until: file.until,
    },
  };
}
