export * from './reactor.ts';
export * from './view.ts';
export * from './view-reader.ts';
export * from './view-store.ts';
export * from './sqlite/sqlite-view-store.ts';
