export { runOrExplain } from '@panshi/service-kit';
export * from './prepare.ts';
export * from './start.ts';
export { farewell, welcome } from './welcome.ts';
