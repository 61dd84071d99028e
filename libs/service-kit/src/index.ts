export * from './definition/aggregate.ts';
export * from './definition/lookup.ts';
export * from './definition/model.ts';
export * from './definition/query.ts';
export * from './definition/service.ts';
