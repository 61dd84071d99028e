import type { ServiceDefinition } from '@panshi/service-kit';
import { services } from '../../scripts/services.ts';

const isDefinition = (exported: unknown): exported is ServiceDefinition =>
  ['aggregates', 'views', 'queries', 'reactors'].every((part) => part in Object(exported));

/** What each service behind the gateway consists of: its package exports it. */
export const definitions: readonly ServiceDefinition[] = await Promise.all(
  services.map(async (name) => {
    const exported: object = await import(`@panshi/${name}`);
    const found = Object.values(exported).find(isDefinition);
    if (!found) throw new Error(`@panshi/${name} exports no definition of a service`);
    return found;
  }),
);
