import type { Principal } from '@panshi/contracts';
import type { Actor } from '@panshi/kernel';
import { World } from '@panshi/testing/in-memory';
import { gridDefinition } from '../src/grid.definition.ts';

export type { World };

export const actorOf = (person: string): Actor => ({ account: `account-${person}`, person, post: person });

/** May do anything, as reactors may. */
export const system = (actor = actorOf('system')): Principal => ({ actor, grants: [], system: true });

/** The service with nothing in its log. */
export const emptyWorld = (): World => new World(gridDefinition, '2026-07-01T19:00:00.000Z');
