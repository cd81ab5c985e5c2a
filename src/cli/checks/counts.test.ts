import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('the counts of the tests', () => {
  it('are those of Vitest’s report, a file that does not load being a failure', () => {
    const file = report({
      ...{ numPassedTests: 10, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 },
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    });
    expect(vitestCounts(file)).toEqual({ passed: 10, failed: 3, skipped: 2 });
  });

  it('are those of Playwright’s report, a flaky test and an error outside of tests being failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    const file = report({ stats, errors: [{ message: 'no server' }] });
    expect(playwrightCounts(file)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('never read a missing or broken report as success', () => {
    expect(vitestCounts(path.join(folder, 'none.json')).failed).toBe(1);
    expect(playwrightCounts(report('{')).failed).toBe(1);
  });
});
