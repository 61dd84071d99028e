import { v7 } from 'uuid';
import type { EventStore, NewEvent, ReadAllOptions, RecordedEvent } from '../port.ts';

/** Opens an empty store that reads the time from `clock` (milliseconds since 1970). The suite closes it. */
export type OpenStore = (options: { readonly clock: () => number }) => Promise<EventStore>;

/** An event to append; whatever a test does not care about is made up. */
export const anEvent = (given: Partial<NewEvent> = {}): NewEvent => ({
  id: v7(),
  type: 'Reported',
  schema: 'panshi.test.v1.Reported',
  data: { text: '积水', depth: 3 },
  occurredAt: '2026-03-01T07:59:00.000Z',
  actor: { account: 'a-1', person: 'p-1', post: 'grid-leader' },
  correlationId: 'co-1',
  causationId: 'ca-1',
  provenance: 'real',
  regions: ['320113001', '320113002001001'],
  fingerprint: 'f-1',
  ...given,
});

export const events = (count: number, given: Partial<NewEvent> = {}): NewEvent[] =>
  Array.from({ length: count }, () => anEvent(given));

/** Options of an append whose command id does not matter. */
export const any = () => ({ expect: 'any', commandId: v7() }) as const;

export const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
};

export const all = (store: EventStore, options?: ReadAllOptions): Promise<RecordedEvent[]> =>
  collect(store.readAll(options));

/** Whether each position lies behind the one before it. */
export const ascending = (positions: readonly string[]): boolean =>
  positions.every((position, i) => i === 0 || position > positions[i - 1]!);

/** The place before every event. */
export const start = '0'.repeat(16);

/** A clock that stands still until it is set. */
export const standingClock = (start = Date.UTC(2026, 2, 1, 8)) => {
  const clock = { now: start, read: () => clock.now };
  return clock;
};
