import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../setup/chromium.mjs';
import { ROOT, runTool } from '../setup/command.mjs';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { steps } from './steps.mjs';

/** @param {number} since as Date.now() gave it */
function secondsSince(since) {
  return `${((Date.now() - since) / 1_000).toFixed(1)} s`;
}

/** @param {readonly string[]} only names as the user gave them */
function chosen(only) {
  const every = steps();
  const unknown = only.filter((name) => !every.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(
      `--only ${unknown.join(', ')}: the steps are ${every.map(({ name }) => name).join(', ')}`,
    );
  if (only.length === 0) return every;
  const needed = every.filter(({ name }) => only.includes(name)).flatMap(({ needs }) => needs ?? []);
  return every.filter(({ name }) => only.includes(name) || needed.includes(name));
}

/**
 * Does what `npm test` promises: everything installed, every step run, the counts said at the end.
 *
 * @returns {Promise<boolean>} whether all went well
 */
export async function test() {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } });
  const toRun = chosen(values.only.flatMap((names) => names.split(',')));
  const startedAt = Date.now();

  await ensureDependencies();
  mkdirSync(path.join(ROOT, 'test-results'), { recursive: true });
  if (toRun.some(({ name }) => name === 'end-to-end')) process.env['CHROMIUM_PATH'] = await ensureChromium();
  await runTool('@sveltejs/kit/svelte-kit.js', ['sync']);

  /** @type {string[]} */
  const summary = [];
  const failed = new Set();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of toRun) {
    if (step.needs && failed.has(step.needs)) {
      failed.add(step.name);
      summary.push(`✗ ${step.name}: not run, ${step.needs} failed`);
      continue;
    }
    console.log(`\n── ${step.name}`);
    const stepAt = Date.now();
    const well = await step.run();
    if (!well) failed.add(step.name);
    const counts = step.counts?.();
    if (counts) {
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    }
    const tally = counts
      ? `, ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`
      : '';
    summary.push(`${well ? '✓' : '✗'} ${step.name}: ${secondsSince(stepAt)}${tally}`);
  }

  console.log(`\n── summary, ${secondsSince(startedAt)}`);
  for (const line of summary) console.log(line);
  if (total.skipped > 0) console.log(`${total.skipped} tests skipped: each says why above`);
  if (failed.size > 0) console.log(`failed: ${[...failed].join(', ')}`);
  console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
  return failed.size === 0;
}
