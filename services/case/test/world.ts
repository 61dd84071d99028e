import { World } from '@panshi/testing/in-memory';
import { caseDefinition } from '../src/case.definition.ts';

export type { World };

/** The service with nothing in its log. */
export const emptyWorld = (): World => new World(caseDefinition, '2026-03-02T01:00:00.000Z');
