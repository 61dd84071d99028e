export * from './in-memory/folding.ts';
export { handlingOf, labelledIds, sealedEvent } from './in-memory/recording.ts';
export * from './in-memory/stored-views.ts';
export * from './in-memory/world.ts';
