export * from './reactor.ts';
export * from './view.ts';
export * from './view-reader.ts';
export * from './view-store.ts';
export * from './sqlite/sqlite-view-store.ts';
export * from './projector/behind.ts';
export * from './projector/projector.ts';
export type { RebuildProgress } from './projector/rebuild.ts';
export * from './scheduler.ts';
