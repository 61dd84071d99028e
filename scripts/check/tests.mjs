/** Runs of jest, and what became of each test. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

const report = '.cache/jest.json';
const source = ['--conditions=@panshi/source', '--import', './test/support/source-in-threads.mjs'];
const program = ['--experimental-vm-modules', '--no-warnings', ...source, 'node_modules/jest/bin/jest.js'];
/** Longer than all of it takes on a slow machine: a pure test that never ends has no other bound. */
const patienceMs = 60 * 60_000;
const jest = (args, stdio, env) =>
  spawnSync(process.execPath, [...program, ...args], { stdio, env, encoding: 'utf8', timeout: patienceMs });

/** The files of tests that jest finds by these arguments. */
export const filesOf = (...args) => {
  const { status, stdout } = jest(['--listTests', ...args], ['ignore', 'pipe', 'inherit'], process.env);
  if (status !== 0) process.exit(1);
  return stdout.split('\n').filter(Boolean).toSorted();
};

/** What is skipped, in words, and how many tests that are. */
const skippedOf = ({ name, assertionResults }) =>
  assertionResults
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ ancestorTitles, title }) => ({
      what: `${relative('.', name)}: ${[...ancestorTitles, title].join(' › ')}`,
      tests: 1,
    }));

/** Runs files of tests. @returns how many tests passed, what was skipped, and what failed, a line each */
export const run = (title, files, env, ...args) => {
  rmSync(report, { force: true });
  const to = ['--json', `--outputFile=${report}`, '--runTestsByPath', ...files];
  const { status } = jest([...args, ...to], ['ignore', 'ignore', 'inherit'], env);
  if (!existsSync(report)) return { passed: 0, skipped: [], failed: [`${title}: jest wrote no report`], counts: {} };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: numPassedTests,
    skipped: testResults.flatMap(skippedOf),
    failed: Array.from({ length: numFailedTests || Number(status !== 0) }, () => title),
    counts: Object.fromEntries(testResults.map(({ name, assertionResults }) => [name, assertionResults.length])),
  };
};
