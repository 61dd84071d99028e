/** `npm test`: everything a change must pass. The last line counts: each check below is one, each test is one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { propertySeed } from '../test/support/property-seed.ts';

const report = '.cache/jest.json';
const bin = (name) => `node_modules/.bin/${name}`;

const checks = [
  ['build', process.execPath, 'scripts/build.mjs'],
  ['event catalogue is what proto/ says', process.execPath, 'scripts/generate.mjs', '--check'],
  ['format of proto/', bin('buf'), 'format', 'proto', '--diff', '--exit-code'],
  ['lint of proto/', bin('buf'), 'lint'],
  ['proto/ breaks no event of the baseline', bin('buf'), 'breaking', '--against', 'proto/baseline.binpb'],
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
const { status } = spawnSync(
  process.execPath,
  [...jest, '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  },
);

const results = (() => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    failed.push('jest wrote no report');
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 };
  }
})();
if (status !== 0 && results.numFailedTests === 0) failed.push('jest');
for (const title of failed) console.log(`FAILED: ${title}`);

const passed = results.numPassedTests + checks.length - failed.filter((t) => checks.some(([c]) => c === t)).length;
const failures = results.numFailedTests + failed.length;
console.log(`${passed} passed, ${failures} failed, ${results.numPendingTests + results.numTodoTests} skipped`);
process.exit(failures ? 1 : 0);
