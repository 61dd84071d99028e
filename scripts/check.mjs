/** `npm test`: everything a change must pass. The last line counts: each check below is one, each test is one. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { propertySeed } from '../test/support/property-seed.ts';

const report = '.cache/jest.json';
const bin = (name) => `node_modules/.bin/${name}`;

const checks = [
  ['build', process.execPath, 'scripts/build.mjs'],
  ['event catalogue is what proto/ says', process.execPath, 'scripts/generate.mjs', '--check'],
  ['format of proto/', bin('buf'), 'format', 'proto', '--diff', '--exit-code'],
  ['lint of proto/', bin('buf'), 'lint'],
  ['proto/ breaks no event of the baseline, which holds them all', process.execPath, 'scripts/baseline.mjs'],
  ['format', bin('prettier'), '--check', '--log-level=warn', '.'],
  ['project references', bin('nx'), 'sync:check'],
  ['types', process.execPath, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.check.json'],
  ['lint', bin('eslint'), '--max-warnings=0', '.'],
];

mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });
const seed = String(propertySeed());
const env = { ...process.env, NX_DAEMON: 'false', NODE_ENV: 'test', PANSHI_SEED: seed };
const failed = [];
const run = (title, command, ...args) => {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(title);
};

for (const check of checks) run(...check);
console.log(`property seed ${seed} (PANSHI_SEED=random tries another)`);

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const unwritten = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
/** Runs tests and answers how many of them passed, failed and were skipped. */
const tests = (title, topology, patterns) => {
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, [...jest, '--json', `--outputFile=${report}`, ...patterns], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, ...topology },
  });
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : unwritten;
  if (results === unwritten) failed.push(`${title}: jest wrote no report`);
  else if (status !== 0 && results.numFailedTests === 0) failed.push(title);
  return results;
};

const chosen = process.argv.slice(2);
// Eleven processes that are killed, and must be ready again in time, share the machine with no other test.
const alone = 'test/faults/processes';
const runs = [tests('tests', {}, chosen.length > 0 ? chosen : [`--testPathIgnorePatterns=${alone}`])];
if (chosen.length === 0) {
  runs.push(tests('faults on processes', {}, [alone]));
  console.log('The same, through separate processes and a broker:');
  const anyTopology = 'test/e2e/(bad-input|case|live|promises|replay|report|wartime)';
  // One after the other: two such systems at once are two dozen processes.
  runs.push(tests('tests on processes', { PANSHI_TOPOLOGY: 'processes' }, ['--runInBand', anyTopology]));
}
const sum = (...counts) => runs.reduce((total, run) => total + counts.reduce((all, count) => all + run[count], 0), 0);

for (const title of failed) console.log(`FAILED: ${title}`);

const failedChecks = failed.filter((title) => checks.some(([check]) => check === title)).length;
const passed = sum('numPassedTests') + checks.length - failedChecks;
const failures = sum('numFailedTests') + failed.length;
console.log(`${passed} passed, ${failures} failed, ${sum('numPendingTests', 'numTodoTests')} skipped`);
process.exit(failures ? 1 : 0);
