/** What `npm run up` starts: a broker of its own, a database of views, and each service as the user of its name. */
import { fork, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../servers/free-port.ts';
import { mongoProcess } from '../servers/mongo.ts';
import { processes } from '../workspace.ts';

const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A password for each user of the broker, for this time only. A letter first: nats-server would read digits as a number. */
const passwords = Object.fromEntries(processes.map((name) => [name, `p${randomBytes(24).toString('hex')}`]));

/** Before a program's name: has it end with this process, even one that is killed. (Services notice by themselves.) */
const mortal =
  spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0 ? ['setpriv', '--pdeathsig', 'TERM'] : [];

/** The broker, on the same free port however often it is started. */
export const broker = (program, log) => {
  let port = -1;
  const env = { ...process.env };
  for (const name of processes) env[`PANSHI_NATS_${name.toUpperCase()}_PASSWORD`] = passwords[name];
  return () => {
    const args = [...mortal, program, '-c', inRoot('deploy/nats/nats.conf'), '-a', '127.0.0.1', '-p', String(port)];
    // A process group of its own, here and below: Ctrl-C is for this process, which stops the others in order.
    const child = spawn(args[0], args.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env });
    const ready = new Promise((resolve, reject) => {
      child.once('error', reject);
      createInterface({ input: child.stderr }).on('line', (line) => {
        port = Number(/Listening for client connections on .*:(\d+)$/.exec(line)?.[1] ?? port);
        if (line.endsWith('Server is ready')) resolve(`127.0.0.1:${port}`);
        else if (/\[(ERR|FTL)\]/.test(line)) log.print(line.replace(/^\[\d+\] \S+ /, ''));
      });
    });
    return { child, ready };
  };
};

/** The database of views: where it is, and how it is started there however often, with its files in a folder. */
export const database = async ({ kind, path }, folder) => {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `mongodb://127.0.0.1:${port}/panshi-views`;
  const { arguments: given, ready: line } = mongoProcess(kind, port, folder);
  const start = (log) => () => {
    const args = [...mortal, path, ...given];
    const child = spawn(args[0], args.slice(1), { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    log.follow(child.stderr);
    const ready = new Promise((resolve, reject) => {
      child.once('error', reject);
      createInterface({ input: child.stdout }).on('line', (each) => {
        if (line.test(each)) resolve(url);
        // Of all that mongod tells here, what went wrong.
        else if (/"s":"[EF]"/.test(each)) log.print(JSON.parse(each).msg);
      });
    });
    return { child, ready };
  };
  return { url, start };
};

/** A service or the gateway: ready when it says so itself, after it has caught up with the log. */
export const service = (name, nats, variables, log) => () => {
  const child = fork(inRoot(`services/${name}/dist/main.js`), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
    env: { ...process.env, ...variables, PANSHI_NATS: `nats://${name}:${passwords[name]}@${nats()}` },
  });
  log.follow(child.stdout);
  log.follow(child.stderr);
  const ready = new Promise((resolve) => child.on('message', ({ kind, url }) => kind === 'ready' && resolve(url)));
  return { child, ready };
};
