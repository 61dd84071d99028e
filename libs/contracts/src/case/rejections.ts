import type { Bilingual } from '../message/command.ts';

/** Every refusal of the case service: what is wrong, and what to do. */
export const caseRejections = {} as const satisfies Record<string, Bilingual>;
