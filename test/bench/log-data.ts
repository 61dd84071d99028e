import type { NewEvent } from '@panshi/event-store';
import { v7 } from 'uuid';

const types = Array.from({ length: 20 }, (_, i) => `panshi.bench.v1.Event${i}Happened`);

/**
 * Events as the services write them, about half a kilobyte of data each; ids are UUIDv7, so in order of time. Parsed
 * from JSON, as what comes in over HTTP is, so that no string is a rope of V8's that is flattened on first use.
 */
export const eventsOf = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, i) => JSON.parse(JSON.stringify(eventOf(i))) as NewEvent);

const eventOf = (i: number): NewEvent => {
  const id = v7();
  const type = types[i % types.length]!;
  return {
    id,
    type,
    schema: type,
    data: {
      grid: `320113001001${String(i % 1063).padStart(3, '0')}`,
      category: 'road-damage',
      text: { suite: 1, keyVersion: 1, nonce: 'q83vEjRWeJASNFZ4', ciphertext: 'A'.repeat(280) },
      location: { longitude: 118.9 + (i % 997) / 10_000, latitude: 32.1 + (i % 499) / 10_000 },
      community: '320113001001',
      reportedBy: `019a0000-0000-7000-8000-${String(i % 10_000).padStart(12, '0')}`,
      severity: i % 4,
    },
    occurredAt: new Date().toISOString(),
    actor: { account: 'demo-0042', person: '019a0000-0000-7000-8000-000000000042', post: 'grid-leader' },
    correlationId: id,
    causationId: id,
    provenance: 'real',
    regions: ['320113001001001'],
    fingerprint: 'b7fX2mQ0cT1yq9Jd',
  };
};
