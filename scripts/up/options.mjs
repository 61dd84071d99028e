/** What `npm run up` is told on its command line. */
import { parseArgs } from 'node:util';
import { services } from '../workspace.ts';

export const help = `
Panshi (磐石) as several processes on this machine: a NATS server, a MongoDB server for the views, each service by
itself, and the gateway.

  npm run up                          serve on http://127.0.0.1:3000, with the demo district seeded at the first start
  npm run up -- --instances grid=2    start a service more than once; several: grid=2,case=3
  npm run up -- --views sqlite        keep the views in a file of the data folder; no MongoDB server is needed
  npm run up -- --data DIR            keep the log, views and keys in DIR (default: ./data)
  npm run up -- --fresh               delete what is in the data folder first
  npm run up -- --no-seed             start with an empty log; the passwords of its first three administrators are told once
  npm run up -- --help

What ends by itself is started again. Ctrl-C stops everything, the gateway first. The services are ${services.join(', ')}.
Environment: as for npm start, LOG_LEVEL (warn) for every process; PORT and HOST are the gateway's. PANSHI_NATS is set here;
with PANSHI_VIEWS set the views are there, and no MongoDB server is started.
nats-server, and mongod or else FerretDB, are taken from the PATH, else from .cache/components, else built there with Go.
`;

/** @throws {TypeError} with what is wrong */
export const readOptions = () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
      instances: { type: 'string', default: '' },
      views: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return { ...values, instances: instancesOf(values.instances), views: viewsOf(values.views) };
};

/** Where the views are kept: `mongo` with a server started here, `sqlite` in a file, `given` where PANSHI_VIEWS says. */
const viewsOf = (told) => {
  if (told !== undefined && !['mongo', 'sqlite'].includes(told))
    throw new TypeError(`--views takes mongo or sqlite, not ${told}`);
  if (!process.env.PANSHI_VIEWS) return told ?? 'mongo';
  if (told === undefined) return 'given';
  throw new TypeError('both PANSHI_VIEWS and --views say where the views are: leave one of them out');
};

const instancesOf = (text) => {
  const told = text.split(',').filter(Boolean);
  const counts = Object.fromEntries(services.map((name) => [name, 1]));
  for (const each of told) {
    const [, name, count] = /^([a-z]+)=([1-9]\d?)$/.exec(each) ?? [];
    if (!services.includes(name))
      throw new TypeError(`--instances takes ${services.join(', ')}, such as grid=2; not ${each}`);
    counts[name] = Number(count);
  }
  return counts;
};
