export { default as pLimit, type LimitFunction } from 'p-limit';
export * from './backoff.ts';
export * from './clock.ts';
export * from './each-of.ts';
export * from './keyed-turns.ts';
export * from './surely.ts';
export * from './until.ts';
export * from './waiters.ts';
