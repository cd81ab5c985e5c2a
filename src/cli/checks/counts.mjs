import { asObject, readJson } from '../setup/json.mjs';

/**
 * @typedef {object} Counts How many tests ended how.
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * A tool that wrote no report died: that is a failure.
 *
 * @type {Counts}
 */
const NO_REPORT = { passed: 0, failed: 1, skipped: 0 };

/** @param {unknown} value */
function number(value) {
  return typeof value === 'number' ? value : 0;
}

/**
 * @param {unknown} value
 * @returns {readonly unknown[]}
 */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * Vitest's report. A file that could not even be loaded has no tests, and is one failure.
 *
 * @param {string} file
 * @returns {Counts}
 */
export function vitestCounts(file) {
  const report = readJson(file);
  if (!report) return NO_REPORT;
  const unloaded = list(report['testResults'])
    .map(asObject)
    .filter(({ status, assertionResults }) => status === 'failed' && list(assertionResults).length === 0);
  return {
    passed: number(report['numPassedTests']),
    failed: number(report['numFailedTests']) + unloaded.length,
    skipped: number(report['numPendingTests']) + number(report['numTodoTests']),
  };
}

/**
 * Playwright's report. Errors outside of any test (a server that did not start) are failures too.
 *
 * @param {string} file
 * @returns {Counts}
 */
export function playwrightCounts(file) {
  const report = readJson(file);
  if (!report) return NO_REPORT;
  const stats = asObject(report['stats']);
  return {
    passed: number(stats['expected']),
    failed: number(stats['unexpected']) + number(stats['flaky']) + list(report['errors']).length,
    skipped: number(stats['skipped']),
  };
}
