/** The NATS transport, apart from the library's entry: a process without a broker does not load it. */
export * from './client.ts';
export * from './hints.ts';
export * from './link.ts';
export * from './permissions.ts';
export * from './refusals.ts';
export * from './seal.ts';
export * from './server.ts';
