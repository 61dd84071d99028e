export * from './event-data.ts';
export * from './generated/events.ts';
export * from './message/command.ts';
export * from './message/paged.ts';
export * from './message/principal.ts';
export * from './message/query.ts';
export * from './permissions.ts';
export * from './roles.ts';
