export * from './errors.ts';
export * from './keys/key-store.ts';
export * from './keys/memory-key-store.ts';
export * from './open-keys.ts';
export * from './seal/assert-sealed.ts';
export * from './seal/opener.ts';
export * from './seal/seal-personal.ts';
export type { PersonalFields } from './seal/event-types.ts';
export type { SuiteName } from './seal/suites.ts';
