export * from './in-memory/folding.ts';
export * from './in-memory/stored-views.ts';
export * from './in-memory/world.ts';
