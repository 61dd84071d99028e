export * from './prepare.ts';
export * from './start.ts';
export { farewell } from './words.ts';
