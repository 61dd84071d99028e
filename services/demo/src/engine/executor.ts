import { eventTypes } from '@panshi/contracts';
import type { Provenance } from '@panshi/kernel';
import type { KeyStore } from '@panshi/privacy';
import { CommandExecutor, type EventSchemas, type ServiceDefinition } from '@panshi/service-kit';
import type { SimulatedLog } from './simulated-log.ts';
import type { World } from './world.ts';

/** Nothing is sealed inside: what leaves is sealed at the border, where keys are made many at a time. */
const schemas: EventSchemas = Object.fromEntries(
  Object.entries(eventTypes).map(([type, info]) => [type, { ...info, personal: [] }]),
) as EventSchemas;

const noKey = (): never => {
  throw new Error('a simulation seals nothing');
};
const keys: KeyStore = { keyFor: noKey, keysFor: noKey, key: noKey, erase: noKey, hold: noKey };

/** The executor the services run with, on a simulated log. All streams stay in memory, for the log keeps none. */
export const simulatedExecutor = (
  services: readonly ServiceDefinition[],
  world: World,
  log: SimulatedLog,
  now: () => number,
  provenance: Provenance,
): CommandExecutor =>
  new CommandExecutor({
    store: log.store(),
    clock: { now },
    aggregates: services.flatMap((service) => service.aggregates),
    lookup: async (principal, instant) => ({
      views: world,
      principal,
      now: instant,
      model: (model) => world.model(model),
    }),
    schemas,
    keys,
    provenance,
    cacheRoom: 1e12,
  });
