export * from './clock.ts';
export * from './command/command-executor.ts';
export { type EventSchemas, knownSchemas } from './command/event-schemas.ts';
export * from './definition/aggregate.ts';
export * from './definition/lookup.ts';
export * from './definition/model.ts';
export * from './definition/query.ts';
export * from './definition/service.ts';
export * from './rejections.ts';
