export * from './sqlite/connections.ts';
export * from './sqlite/failures.ts';
export * from './sqlite/make-folder.ts';
export * from './sqlite/start-thread.ts';
export * from './sqlite/thread-calls.ts';
