export * from './cloud-event.ts';
export { envelopeBytes, envelopeVersion, parseEnvelope } from './envelope.ts';
export { canonicalJson } from './canonical.ts';
export * from './errors.ts';
export { maxAppendBytes } from './limits.ts';
export * from './memory/memory-event-store.ts';
export * from './port.ts';
export * from './position.ts';
export * from './sqlite/open.ts';
