import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** What describeUnless.ts writes into the title of a skipped group. */
const REASON = /^(.*) \[skipped: (.*)\]$/s;

/**
 * Ends a run with what was skipped and why, with the seed of drawn tests, and then one line alone:
 * `N passed, N failed`, with `, N skipped` if any were. A test file that could not be run, or broke outside
 * its tests, counts as one failure.
 */
export default class SummaryReporter {
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
  }

  onRunComplete(_contexts, results) {
    const lines = [...this.skippedGroups(results), ...this.absentFolders(), seedOfRun()];
    const broken = results.testResults.filter((file) => file.testExecError && !hasFailure(file)).length;
    const failed = results.numFailedTests + broken;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = [`${results.numPassedTests} passed`, `${failed} failed`];
    if (skipped > 0) counts.push(`${skipped} skipped`);
    process.stdout.write(`${[...lines, counts.join(', ')].join('\n')}\n`);
  }

  skippedGroups({ testResults }) {
    const groups = new Map();
    for (const file of testResults) {
      for (const test of file.testResults) {
        if (test.status !== 'pending' && test.status !== 'todo') continue;
        const place = relative(this.rootDir, file.testFilePath);
        const group = explain(test, place);
        groups.set(group, (groups.get(group) ?? 0) + 1);
      }
    }
    return [...groups].map(
      ([group, tests]) => `Skipped ${tests} ${tests === 1 ? 'test' : 'tests'}: ${group}`,
    );
  }

  absentFolders() {
    const data = join(dirname(this.rootDir), 'shared', 'data');
    if (existsSync(data)) return [];
    return [
      `Tests on real bibliographies were left out: there is no ${join('..', 'shared', basename(data))}`,
    ];
  }
}

function seedOfRun() {
  const seed = process.env.TEST_SEED;
  return `Drawn tests used the seed ${seed}; TEST_SEED=${seed} npm test repeats them`;
}

function explain(test, place) {
  if (test.status === 'todo') return `a reminder to write one, in ${place}`;
  for (const title of test.ancestorTitles) {
    const [, name, reason] = REASON.exec(title) ?? [];
    if (reason) return `${name}, in ${place}; ${reason}`;
  }
  return `${test.ancestorTitles[0] ?? test.title}, in ${place}; the test file says no reason`;
}

function hasFailure(file) {
  return file.testResults.some((test) => test.status === 'failed');
}
