/** Installs what the lockfile takes from a registry, only when that changed since the last time. Runs on any Node from 20. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const stamp = 'node_modules/.panshi-install';
const lock = '.cache/install.lock';

/** Packages of the workspace are left out: the build links them. */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const fetched = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
const wanted = createHash('sha256').update(JSON.stringify(fetched)).digest('hex');

const fail = (why) => {
  console.error(why);
  process.exit(1);
};

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch ({ code }) {
    return code === 'EPERM';
  }
};

/** Two installs at once would each delete what the other has written. One that was interrupted leaves its lock: it is taken. */
const takeLock = () => {
  mkdirSync('.cache', { recursive: true });
  const holder = existsSync(lock) && Number(readFileSync(lock, 'utf8'));
  if (holder && isRunning(holder))
    fail(`another install is running (process ${holder}, by ${lock}): try again after it`);
  rmSync(lock, { force: true });
  writeFileSync(lock, String(process.pid), { flag: 'wx' });
  process.once('exit', () => rmSync(lock, { force: true }));
};

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  takeLock();
  console.log('Installing packages (once; a minute or two) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status } = spawnSync(npm, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0)
    fail(`npm ci failed (see above). Is a package registry reachable?
Where another install is running, or one was interrupted: rm -rf node_modules, and try again.`);
  writeFileSync(stamp, wanted);
}
