export * from './instant-from-text.ts';
export * from './replay.ts';
export * from './selection.ts';
