export { readSelection } from './read-selection.ts';
export { ReplayHistory } from './replay-query.ts';
export * from './replay.ts';
export * from './selection.ts';
