/** Builds what changed: links of new packages, proto/ to TypeScript to JavaScript, the broker's users. A no-op takes a few milliseconds. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const stamp = '.cache/build';
const users = 'deploy/nats/users.conf';

const sources = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'generated'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });

const state = () => {
  const hash = createHash('sha256');
  for (const path of [
    ...['libs', 'services', 'proto', 'scripts'].flatMap(sources).toSorted(),
    'package-lock.json',
    'tsconfig.base.json',
  ])
    hash.update(`${path} ${statSync(path).size} ${Math.round(statSync(path).mtimeMs)}\n`);
  return hash.digest('hex');
};

const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(users) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== state()) {
  console.log('Building …');
  rmSync(stamp, { force: true });
  run('scripts/link-packages.mjs');
  run('scripts/generate.mjs');
  run('scripts/compile.mjs');
  run('scripts/nats-users.mjs', users);
  mkdirSync('.cache', { recursive: true });
  writeFileSync(stamp, state());
}
