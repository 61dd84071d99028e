export * from './moment.ts';
export * from './replay.ts';
export * from './selection.ts';
