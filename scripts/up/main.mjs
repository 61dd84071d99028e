/** Serves the processes topology, until Ctrl-C or SIGTERM. */
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMongo } from '../servers/mongo.ts';
import { findNats } from '../servers/nats.ts';
import { services } from '../workspace.ts';
import { printer } from './log-lines.mjs';
import { help, readOptions } from './options.mjs';
import { broker, database, service } from './processes.mjs';
import { Supervised } from './supervised.mjs';
import { tableOf } from './table.mjs';

const fail = (message) => {
  console.error(message);
  process.exit(2);
};
const options = (() => {
  try {
    return readOptions();
  } catch (error) {
    return fail(`${help}\n${error.message}`);
  }
})();
if (options.help) {
  console.log(help);
  process.exit(0);
}

const nats = findNats();
const mongo = options.views === 'mongo' ? findMongo() : undefined;
const wanting = [
  [nats, 'install either of them (Debian: apt-get install nats-server), or serve all in one process: npm start'],
  [mongo, 'install either of them, or keep the views in a file: npm run up -- --views sqlite'],
].flatMap(([found, remedy]) => (found?.missing ? [`${found.missing}: ${remedy}`] : []));
if (wanting.length > 0) fail(`Panshi cannot start: ${wanting.join('; and ')}.`);

// A fifth of a start goes into compiling the same code again, in each of the processes.
process.env.NODE_COMPILE_CACHE ||= fileURLToPath(new URL('../../.cache/compiled', import.meta.url));
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
await import('../build.mjs');

const stopping = new AbortController();
const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopping.abort());

const { farewell, runOrExplain, prepare, welcome } = await import('@panshi/embedded');
delete process.env.PANSHI_NATS;
// What it makes from here on is for its own user alone.
process.umask(0o077);
const { data, fresh, instances } = options;
const prepared = await runOrExplain('Panshi cannot start.', () =>
  prepare({ data, fresh, seed: !options['no-seed'], scale: 1 }, stopping.signal),
);
const { settings } = prepared;

const log = printer(16);
const all = [];
const supervised = (name, start) => {
  const lines = log(name);
  const one = new Supervised(name, start(lines), lines.print);
  all.push(one);
  return one;
};
process.on('exit', () => all.forEach((each) => each.kill()));

const views = mongo && (await database(mongo, join(settings.data, `views.${mongo.kind}`)));
const variables = {
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  PANSHI_DATA: settings.data,
  PANSHI_PROVENANCE: settings.provenance,
  ...(views && { PANSHI_VIEWS: views.url }),
};
const mongoProcess = views && supervised(mongo.kind, views.start);
const natsProcess = supervised('nats', (lines) => broker(nats.path, lines));
const numbered = (name) =>
  Array.from({ length: instances[name] }, (_, i) => (instances[name] === 1 ? name : `${name}.${i + 1}`));
const behind = services.flatMap((name) =>
  numbered(name).map((label) =>
    supervised(label, (lines) => service(name, () => natsProcess.url, { ...variables, PORT: '0' }, lines)),
  ),
);
const gateway = supervised('gateway', (lines) =>
  service('gateway', () => natsProcess.url, { ...variables, PORT: String(settings.port) }, lines),
);

const stop = async () => {
  await gateway.stop();
  await Promise.all(behind.map((each) => each.stop()));
  await Promise.all([mongoProcess?.stop(), natsProcess.stop()]);
};

try {
  const started = (async () => {
    await Promise.all([mongoProcess?.up(), natsProcess.up()]);
    await Promise.all(behind.map((each) => each.up()));
    await gateway.up();
    console.log(`\n${tableOf(all)}\n${welcome(gateway.url, prepared)}`);
  })();
  started.catch(() => undefined);
  await Promise.race([started, stopped]);
  await stopped;
} catch (error) {
  console.error(`\nPanshi cannot start.\n${error.message}; see above.`);
  process.exitCode = 1;
}
// A second Ctrl-C does not wait.
process.once('SIGINT', () => process.exit(130));
console.log(farewell);
await stop();
process.exit();
