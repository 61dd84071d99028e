/** What `npm run up` is told on its command line. */
import { parseArgs } from 'node:util';
import { services } from './processes.mjs';

export const help = `
Panshi (磐石) as several processes on this machine: a NATS server, each service by itself, and the gateway.

  npm run up                          serve on http://127.0.0.1:3000, with the demo district seeded at the first start
  npm run up -- --instances grid=2    start a service more than once; several: grid=2,case=3
  npm run up -- --data DIR            keep the log, views and keys in DIR (default: ./data)
  npm run up -- --fresh               delete what is in the data folder first
  npm run up -- --no-seed             start with an empty log; the passwords of its first administrators are told once
  npm run up -- --help

What ends by itself is started again. Ctrl-C stops everything, the gateway first. The services are ${services.join(', ')}.
Environment: as for npm start, LOG_LEVEL (warn) for every process; PORT and HOST are the gateway's. PANSHI_NATS is set here.
nats-server is taken from the PATH, else from .cache/components, else built there with Go.
`;

/** @throws {TypeError} with what is wrong */
export const readOptions = () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
      instances: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return { ...values, instances: instancesOf(values.instances) };
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
