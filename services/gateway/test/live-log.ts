import type { Principal } from '@panshi/contracts';
import type { EventStore } from '@panshi/event-store';
import { v7 } from 'uuid';

/** Who may read cases of a territory. */
export const officer = (territory: string): Principal => ({
  actor: { account: 'a', person: 'p', post: 'o' },
  grants: [{ role: 'r', territory, permissions: ['case.read'] }],
});

/** Appends one event of these regions. */
export const append = async (
  store: EventStore,
  stream: string,
  type: string,
  ...regions: string[]
): Promise<string> => {
  const ids = { id: v7(), correlationId: 'c', causationId: 'c', fingerprint: 'f' };
  const actor = { account: 'a', person: 'p', post: 'o' };
  const event = {
    ...ids,
    type,
    schema: 's',
    data: { title: '积水' },
    regions,
    occurredAt: '2026-03-01T00:00:00.000Z',
    actor,
  };
  const { position } = await store.append(stream, [{ ...event, provenance: 'real' }], {
    expect: 'any',
    commandId: v7(),
  });
  return position;
};
