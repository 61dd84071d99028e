/** Writes the broker's users and their allow-lists to a file, from what contracts and definitions say: a part of the build. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { natsUsers } from '@panshi/messaging/nats';
import { issuedBy } from '@panshi/service-kit';

const root = fileURLToPath(new URL('..', import.meta.url));
const services = globSync('services/*/package.json', { cwd: root })
  .map((manifest) => JSON.parse(readFileSync(`${root}/${manifest}`, 'utf8')))
  .filter(({ nx }) => nx.tags.includes('layer:service'));
const exported = await Promise.all(services.map(({ name }) => import(name)));
const definitions = exported
  .flatMap((entry) => Object.values(entry))
  .filter((each) => each?.aggregates && each.reactors);

const issued = Object.fromEntries(definitions.map((definition) => [definition.name, issuedBy(definition)]));
writeFileSync(process.argv[2], natsUsers(issued));
