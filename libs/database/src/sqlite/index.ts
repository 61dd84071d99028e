export * from './connections.ts';
export * from './failures.ts';
export * from './start-thread.ts';
