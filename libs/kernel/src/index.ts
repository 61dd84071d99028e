export * from './decider.ts';
export * from './event.ts';
export * from './region.ts';
export * from './rejection.ts';
