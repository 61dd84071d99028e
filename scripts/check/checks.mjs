/** What is checked beside tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const bin = (name) => `node_modules/.bin/${name}`;

export const build = ['build', process.execPath, 'scripts/build.mjs'];

const tsc = 'node_modules/typescript/bin/tsc';
export const types = ['types', process.execPath, tsc, '--noEmit', '-p', 'tsconfig.check.json'];

/** Two at a time, each list in its order: ESLint's rule about packages reads the project graph that Nx leaves. */
export const checks = [
  [
    types,
    ['event catalogue is what proto/ says', process.execPath, 'scripts/generate.mjs', '--check'],
    ['format of proto/', bin('buf'), 'format', 'proto', '--diff', '--exit-code'],
    ['lint of proto/', bin('buf'), 'lint'],
    ['proto/ breaks no event of the baseline, which holds them all', process.execPath, 'scripts/baseline.mjs'],
  ],
  [
    ['format', bin('prettier'), '--check', '--log-level=warn', '.'],
    ['project references', bin('nx'), 'sync:check'],
    ['lint', bin('eslint'), '--max-warnings=0', '.'],
  ],
];

/** Runs a check. @returns whether it passed; otherwise what it printed is shown */
const passes = async ([title, command, ...args], env) => {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some) => (printed += some));
  const [status] = await once(child, 'close');
  if (status !== 0) console.log(printed);
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
};

/** Runs checks one after the other. @returns the titles of those that failed */
export const inTurn = async (list, env) => {
  const failed = [];
  for (const check of list) if (!(await passes(check, env))) failed.push(check[0]);
  return failed;
};
