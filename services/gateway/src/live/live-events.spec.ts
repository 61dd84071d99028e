import { describe, expect, it } from '@jest/globals';
import type { Principal } from '@panshi/contracts';
import { type EventStore, openMemoryEventStore, toPosition } from '@panshi/event-store';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { liveEvents } from './live-events.ts';
import type { SseEvent } from './sse-writer.ts';
import { StreamRegions } from './stream-regions.ts';

const officer = (territory: string): Principal => ({
  actor: { account: 'a', person: 'p', post: 'o' },
  grants: [{ role: 'r', territory, permissions: ['case.read'] }],
});

const append = async (store: EventStore, stream: string, type: string, data: object = {}): Promise<void> => {
  const ids = { id: v7(), correlationId: 'c', causationId: 'c', fingerprint: 'f' };
  const actor = { account: 'a', person: 'p', post: 'o' };
  const event = { ...ids, type, schema: 's', data, occurredAt: '2026-03-01T00:00:00.000Z', actor };
  await store.append(stream, [{ ...event, provenance: 'real' }], { expect: 'any', commandId: v7() });
};

/** What a client is sent until nothing is left to send. */
const caughtUp = async (
  store: EventStore,
  principal: Principal,
  after?: string,
  most = Infinity,
): Promise<readonly SseEvent[]> => {
  const sent: SseEvent[] = [];
  const abort = new AbortController();
  const options = { store, regions: new StreamRegions(store), principal, after };
  for await (const event of liveEvents(options, abort.signal)) {
    sent.push(event);
    if (event.event === 'live' || sent.length === most) abort.abort();
  }
  return sent;
};
const appended = (sent: readonly SseEvent[]) =>
  sent.filter(({ event }) => event === 'appended').map(({ data }) => data as { stream: string; position: string });

describe('a live stream', () => {
  it('names what happened in one’s territory, also where only an earlier event says that it lies there', async () => {
    const store = openMemoryEventStore();
    await append(store, 'case-1', 'CaseOpened', { gridCode: '320113001001001', title: '积水' });
    await append(store, 'case-2', 'CaseOpened', { gridCode: '320113002001001' });
    for (const stream of ['case-1', 'case-2', 'incident-1']) await append(store, stream, 'Happened');
    const sent = await caughtUp(store, officer('320113001'), toPosition(2));
    expect(appended(sent)).toEqual([{ stream: 'case-1', version: 1, type: 'Happened', position: toPosition(3) }]);
    expect(sent.at(-1)).toMatchObject({ event: 'live', id: toPosition(5) });
    expect(JSON.stringify(sent)).not.toContain('积水');
  });

  it('says nothing to one who may look nowhere', async () => {
    const store = openMemoryEventStore();
    await append(store, 'case-1', 'CaseOpened', { gridCode: '320113001001001' });
    expect(appended(await caughtUp(store, { ...officer(''), grants: [] }, toPosition(0)))).toEqual([]);
  });

  it('begins with now, for one who names no place', async () => {
    const store = openMemoryEventStore();
    await append(store, 'case-1', 'CaseOpened', { gridCode: '320113001001001' });
    expect(await caughtUp(store, officer('320113'))).toMatchObject([{ event: 'live', id: toPosition(1) }]);
  });

  it('resumed wherever it broke off leaves no gap and repeats nothing', async () => {
    const store = openMemoryEventStore();
    const grids = ['320113001001001', '320113002001001'];
    for (let i = 0; i < 40; i++) await append(store, `case-${i}`, 'CaseOpened', { gridCode: grids[i % 2] });
    const whole = appended(await caughtUp(store, officer('320113001'), toPosition(0)));
    expect(whole).toHaveLength(20);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), async (breaks) => {
        let at = toPosition(0);
        const heard = [];
        for (const most of [...breaks, Infinity]) {
          const sent = await caughtUp(store, officer('320113001'), at, most);
          heard.push(...appended(sent));
          at = sent.at(-1)?.id ?? at;
        }
        expect(heard).toEqual(whole);
      }),
    );
  });

  it('tells one who comes from too far back, or from another log, to read anew', async () => {
    const store = openMemoryEventStore();
    for (let i = 0; i < 10_002; i++) await append(store, 'case-1', 'CaseOpened', { gridCode: '320113001001001' });
    const head = toPosition(10_002);
    const reset = { event: 'reset', id: head, data: { position: head } };
    for (const after of [toPosition(1), toPosition(20_000)]) {
      const sent = await caughtUp(store, officer('320113'), after);
      expect(sent[0]).toEqual(reset);
      expect(appended(sent)).toEqual([]);
    }
    expect((await caughtUp(store, officer('320113'), toPosition(2), 1))[0]).toMatchObject({ event: 'appended' });
  });
});
