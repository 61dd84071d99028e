/**
 * `npm run baseline`: whether proto/ breaks no event of proto/baseline.binpb, and every event stands in it.
 * `-- --advance` takes events added since into the baseline, and only those: see ADR 17.
 */
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readEvents } from './proto/descriptors.mjs';
import { refuse } from './refuse.mjs';

const baseline = 'proto/baseline.binpb';
const program = fileURLToPath(new URL('../node_modules/.bin/buf', import.meta.url));

const buf = (...args) =>
  spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'inherit'] });

const schemasIn = (...source) => {
  const { status, stdout } = buf('build', ...source, '-o', '-#format=json');
  if (status !== 0) process.exit(1);
  return readEvents(JSON.parse(stdout)).map(({ type, schema }) => ({ type, schema }));
};

const { status, stdout } = buf('breaking', '--against', baseline);
if (status !== 0)
  refuse(
    `${stdout}proto/ breaks events of the baseline: what was recorded must stay readable.
Where they are events that were never merged: git checkout main -- ${baseline}, and npm run baseline -- --advance`,
  );

const held = new Set(schemasIn(baseline).map(({ schema }) => schema));
const added = schemasIn().filter(({ schema }) => !held.has(schema));
const names = (events) => events.map(({ type }) => type).join(', ');

if (process.argv.includes('--advance')) {
  if (added.length === 0) refuse('no event was added: the baseline stays as it is');
  if (buf('build', '-o', `${baseline}.new.binpb`).status !== 0) process.exit(1);
  renameSync(`${baseline}.new.binpb`, baseline);
  console.log(`the baseline holds from now on: ${names(added)}`);
} else if (added.length > 0) {
  refuse(`not in the baseline: ${names(added)} (npm run baseline -- --advance)`);
}
