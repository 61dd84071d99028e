export * from './clock.ts';
export * from './context.ts';
export * from './given-when-then.ts';
