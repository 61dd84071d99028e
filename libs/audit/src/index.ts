export * from './replay.ts';
export * from './selection.ts';
