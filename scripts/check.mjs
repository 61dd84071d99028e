/**
 * `npm test`: everything a change must pass; `npm test -- PATTERN` builds, checks types and runs the tests of these
 * files. The last line counts: each check is one, each test is one.
 */
import { mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { propertySeed } from '../test/support/property-seed.ts';
import { build, checks, inTurn, types } from './check/checks.mjs';
import { filesInMemory } from './check/in-memory.mjs';
import { filesOf, run } from './check/tests.mjs';
import { findMongo } from './servers/mongo.ts';
import { refuse } from './refuse.mjs';
import { findNats } from './servers/nats.ts';

const usage = `npm test [-- PATTERN…]

Without a pattern: everything, which takes a quarter of an hour at least. With some: build, types, and the tests whose path
has one of them, such as libs/kernel or case.e2e. PANSHI_SEED=random tries other random values, and says by which seed.`;

const asked = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    return refuse(`${error.message}\n\n${usage}`);
  }
};

const { values, positionals: chosen } = asked();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const files = filesOf(...chosen);
if (files.length === 0) refuse(`No path of a test has ${chosen.join(' or ')}.\n\n${usage}`);

mkdirSync('.cache', { recursive: true });
const seed = String(propertySeed());
const settings = {
  NX_DAEMON: 'false',
  NODE_ENV: 'test',
  NODE_COMPILE_CACHE: resolve('.cache/compiled'),
  PANSHI_SEED: seed,
};
const env = { ...process.env, ...filesInMemory(), ...settings };
const failed = [];
const skipped = [];
let passed = 0;

const check = async (list) => {
  const wrong = await inTurn(list, env);
  failed.push(...wrong);
  passed += list.length - wrong.length;
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

await check([build]);
await (chosen.length === 0 ? Promise.all(checks.map(check)) : check([types]));
console.log(`property seed ${seed} (PANSHI_SEED=random tries another)`);

// Eleven processes that are killed, and must be ready again in time, share the machine with no other test.
const alone = files.filter((file) => relative('.', file) === 'test/faults/processes.spec.ts');
const others = files.filter((file) => !alone.includes(file));
const counts = tests('tests', others, {});
tests('faults on processes', alone, {});

/** What test/support/served.ts serves is tried on both topologies. */
const related = filesOf('--findRelatedTests', 'test/support/served.ts', '--testPathIgnorePatterns', 'test/browser');
const served = related.filter((file) => files.includes(file));
const missing = ({ missing }) => process.env.PANSHI_REQUIRE_ALL !== '1' && missing;
const skip = (what, tests) => skipped.push({ what, tests });
const noNats = served.length > 0 && missing(findNats());
const noMongo = served.length > 0 && missing(findMongo());
if (noNats)
  for (const file of served) skip(`${relative('.', file)} on processes: needs nats-server: ${noNats}`, counts[file]);
else if (served.length > 0) {
  if (noMongo) skip(`MongoDB's views of the tests on processes: needs a MongoDB server: ${noMongo}`, 0);
  console.log('The same, through separate processes and a broker:');
  // One after the other: two such systems at once are two dozen processes.
  tests('tests on processes', served, { PANSHI_TOPOLOGY: 'processes' }, '--runInBand');
}

for (const { what } of skipped) console.log(`skipped: ${what}`);
for (const [title, each] of Object.entries(Object.groupBy(failed, (title) => title)))
  console.log(`FAILED: ${title}${each.length > 1 ? ` (${each.length})` : ''}`);
const untried = skipped.reduce((sum, { tests }) => sum + tests, 0);
console.log(`${passed} passed, ${failed.length} failed, ${untried} skipped`);
process.exit(failed.length > 0 ? 1 : 0);
