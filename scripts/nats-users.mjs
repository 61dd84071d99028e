/** Writes the broker's users and their allow-lists to a file, from what contracts and definitions say: a part of the build. */
import { writeFileSync } from 'node:fs';
import { natsUsers } from '@panshi/messaging/nats';
import { issuedBy } from '@panshi/service-kit';
import { packages } from './workspace.ts';

const services = packages.filter(({ layer }) => layer === 'service');
const exported = await Promise.all(services.map(({ name }) => import(name)));
const definitions = exported
  .flatMap((entry) => Object.values(entry))
  .filter((each) => each?.aggregates && each.reactors);

const issued = Object.fromEntries(definitions.map((definition) => [definition.name, issuedBy(definition)]));
writeFileSync(process.argv[2], natsUsers(issued));
