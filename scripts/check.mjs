/**
 * `npm test`: everything a change must pass; `npm test -- PATTERN` runs the tests of these files. The last line counts:
 * each check below is one, each test is one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { propertySeed } from '../test/support/property-seed.ts';
import { filesOf, run } from './check/tests.mjs';
import { findMongo } from './servers/mongo.ts';
import { findNats } from './servers/nats.ts';

const bin = (name) => `node_modules/.bin/${name}`;
const build = ['build', process.execPath, 'scripts/build.mjs'];
const checks = [
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
const seed = String(propertySeed());
const env = { ...process.env, NX_DAEMON: 'false', NODE_ENV: 'test', PANSHI_SEED: seed };
const failed = [];
const skipped = [];
let passed = 0;

const check = ([title, command, ...args]) => {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (status === 0) passed += 1;
  else failed.push(title);
};
/** @returns how many tests each file has */
const tests = (title, files, more, ...args) => {
  if (files.length === 0) return {};
  const results = run(title, files, { ...env, ...more }, ...args);
  passed += results.passed;
  failed.push(...results.failed);
  skipped.push(...results.skipped);
  return results.counts;
};

const chosen = process.argv.slice(2);
for (const each of chosen.length > 0 ? [build] : [build, ...checks]) check(each);
console.log(`property seed ${seed} (PANSHI_SEED=random tries another)`);

const files = filesOf(...chosen);
// Eleven processes that are killed, and must be ready again in time, share the machine with no other test.
const alone = files.filter((file) => relative('.', file) === 'test/faults/processes.spec.ts');
const counts = tests(
  'tests',
  files.filter((file) => !alone.includes(file)),
  {},
);
tests('faults on processes', alone, {});

/** What test/support/served.ts serves is tried on both topologies. */
const related = filesOf('--findRelatedTests', 'test/support/served.ts', '--testPathIgnorePatterns', 'test/browser');
const served = related.filter((file) => files.includes(file));
const optional = process.env.PANSHI_REQUIRE_ALL !== '1';
const [nats, mongo] = served.length > 0 ? [findNats(), findMongo()] : [{}, {}];
if (nats.missing && optional) {
  for (const file of served)
    skipped.push({
      what: `${relative('.', file)} on processes: needs nats-server: ${nats.missing}`,
      tests: counts[file],
    });
} else {
  if (mongo.missing && optional)
    skipped.push({ what: `views in MongoDB of the tests on processes: ${mongo.missing}`, tests: 0 });
  if (served.length > 0) console.log('The same, through separate processes and a broker:');
  // One after the other: two such systems at once are two dozen processes.
  tests('tests on processes', served, { PANSHI_TOPOLOGY: 'processes' }, '--runInBand');
}

for (const { what } of skipped) console.log(`skipped: ${what}`);
for (const [title, each] of Object.entries(Object.groupBy(failed, (title) => title)))
  console.log(`FAILED: ${title}${each.length > 1 ? ` (${each.length})` : ''}`);
const untried = skipped.reduce((sum, { tests: count }) => sum + count, 0);
console.log(`${passed} passed, ${failed.length} failed, ${untried} skipped`);
process.exit(failed.length > 0 ? 1 : 0);
