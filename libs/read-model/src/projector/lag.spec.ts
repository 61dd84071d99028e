import { beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore, toPosition } from '@panshi/event-store';
import { FakeClock } from '../contract/fake-clock.ts';
import { otherType, tally, tallyView } from '../contract/tally.ts';
import { lagOf } from './lag.ts';

describe('how far a view is behind', () => {
  let clock: FakeClock;
  let events: EventStore;
  beforeEach(async () => {
    clock = new FakeClock();
    events = openMemoryEventStore({ clock: () => clock.now() });
    await tally(events, { ids: ['a'] });
    await tally(events, { ids: [] }, otherType);
    await tally(events, { ids: ['a'] });
    clock.advance(7_000);
  });
  /** The same log in a store whose positions only order events, as KurrentDB's do. */
  const sparse = (): EventStore =>
    ({
      densePositions: false,
      head: () => events.head(),
      readAll: events.readAll.bind(events),
    }) as unknown as EventStore;
  const lag = (store: EventStore, position: string | undefined) => {
    const table = { parked: async () => [] } as never;
    return lagOf({ events: store, view: tallyView(), table, clock, role: 'building', position });
  };

  it('is told in positions and seconds where positions count events', async () => {
    expect(await lag(events, undefined)).toMatchObject({ positions: 3, seconds: 7 });
    expect(await lag(events, toPosition(1))).toMatchObject({ positions: 2, seconds: 7 });
    expect(await lag(events, toPosition(3))).toMatchObject({ positions: 0, seconds: 0 });
  });

  it('is told in seconds alone where they do not, also in the answer that health gives', async () => {
    const { positions, seconds, position, head } = await lag(sparse(), toPosition(1));
    expect({ positions, seconds, position, head }).toEqual({
      positions: undefined,
      seconds: 7,
      position: toPosition(1),
      head: toPosition(3),
    });
    expect(JSON.parse(JSON.stringify(await lag(sparse(), undefined)))).not.toHaveProperty('positions');
  });

  it('is nothing where only events of no concern to it follow', async () => {
    await tally(events, { ids: [] }, otherType);
    expect(await lag(sparse(), toPosition(3))).toMatchObject({ seconds: 0 });
  });
});
