export { default as pLimit, type LimitFunction } from 'p-limit';
export * from './backoff.ts';
export * from './clock.ts';
export * from './each-limit.ts';
export * from './keyed-turns.ts';
export * from './retry-until-aborted.ts';
export * from './until.ts';
export * from './waiters.ts';
