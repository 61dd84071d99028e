export * from './errors.ts';
export * from './failure.ts';
export * from './failure-filter.ts';
export * from './in-process/client.ts';
export * from './in-process/server.ts';
export * from './intake.ts';
export * from './nats/address.ts';
export { messagingOutages, messagingRejections, unavailable } from './rejections.ts';
export * from './service-client.ts';
