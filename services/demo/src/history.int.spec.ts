import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventTypes, type EventType, readMessage } from '@panshi/contracts';
import { openMemoryEventStore, type RecordedEvent } from '@panshi/event-store';
import { centroid, contains } from '@panshi/kernel';
import { memoryKeyStore } from '@panshi/privacy';
import type { Typed } from '@panshi/read-model';
import { services } from '../test/services.ts';
import { history, type HistoryOptions, seedDemo, SeedingStopped } from './seed.ts';
import { setStage } from './set-stage.ts';
import { tellHistory } from './story/history.ts';

/** Four communities on as many streets. */
const small: HistoryOptions = {
  services,
  until: '2026-03-02T01:00:00.000Z',
  scale: 0.02,
  communities: ['320113001001', '320113005002', '320113006007', '320113009001'],
};

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

/** What an event holds of people, before it is sealed. */
const personal = ({ type, data }: RecordedEvent): readonly string[] =>
  eventTypes[type as EventType].personal.flatMap(({ path }) => {
    const value = path.reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], data);
    return typeof value === 'string' ? [value] : [];
  });

describe('a history', () => {
  let events: RecordedEvent[];
  beforeAll(async () => {
    events = await all(history(small));
  }, 120_000);

  it('is the same for the same seed and end, to the ids and the order', async () => {
    expect(await all(history(small))).toEqual(events);
  }, 120_000);

  it('is another for another seed', async () => {
    const { value: first } = await history({ ...small, seed: 1 }).next();
    expect((first as RecordedEvent).id).not.toBe(events[0]?.id);
  });

  it('runs forward in time for two years, up to its end', () => {
    const times = events.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)! <= small.until).toBe(true);
    expect(times[0]! >= '2024-03-02T01:00:00.000Z').toBe(true);
  });

  it('grows with its scale', async () => {
    const reports = (some: readonly RecordedEvent[]) => some.filter(({ type }) => type === 'IncidentReported').length;
    const standing = await all(history({ ...small, scale: 0 }));
    expect(reports(events) - reports(standing)).toBeGreaterThanOrEqual(200);
    expect(reports(events) - reports(standing)).toBeLessThan(220);
  }, 120_000);

  it('says of itself that it is a demo, wherever a name is shown', () => {
    expect(new Set(events.map(({ provenance }) => provenance))).toEqual(new Set(['demo']));
    const people = events.filter(({ type }) => type === 'PersonRegistered').map(({ data }) => data as { name: string });
    expect(people.length).toBeGreaterThan(100);
    for (const { name } of people) expect(name).toMatch(/（演示）$/);
  });

  it('enters its regions by name and outline, and draws every grid in all that lie around it', () => {
    const of = <T extends EventType>(wanted: T) =>
      events.filter(({ type }) => type === wanted).map(({ data }) => data as Typed<T>['data']);
    const regions = of('RegionRegistered');
    const known = new Map(regions.map((region) => [region.regionCode, region]));
    expect(regions).toHaveLength(1 + 4 + 4);
    expect(known.get('320113001')).toMatchObject({ name: '尧化街道', level: 'street', edition: '2023' });
    for (const { gridCode, ring } of of('GridDelineated'))
      for (const length of [6, 9, 12])
        expect(contains(known.get(gridCode.slice(0, length))!.ring, centroid(ring))).toBe(true);
  });

  it('gives nobody a telephone number that could be', () => {
    const phones = events
      .map(({ data }) => data as { phone?: string; reporterPhone?: string })
      .flatMap(({ phone, reporterPhone }) => [phone, reporterPhone])
      .filter((phone) => phone !== undefined);
    expect(phones.length).toBeGreaterThan(50);
    for (const phone of phones) expect(phone).toMatch(/^025-0\d{7}$/);
  });

  it('leaves nothing of what people wrote or are called in the log', async () => {
    const store = openMemoryEventStore();
    const credentials = { set: async () => {}, verify: async () => false, remove: async () => {} };
    await seedDemo({ ...small, store, keys: { keys: memoryKeyStore(), credentials } });
    const log = JSON.stringify(await all(store.readAll()));
    const secrets = new Set(events.flatMap(personal));
    expect(secrets.size).toBeGreaterThan(400);
    for (const secret of secrets) expect(log.includes(secret)).toBe(false);
  }, 120_000);
});

describe('the commands of a history', () => {
  it('are such as the door lets in, and no reaction to them is refused', async () => {
    const until = Date.parse(small.until);
    const stage = setStage({ services, until, seed: 7, communities: small.communities });
    const { simulation } = stage;
    const issue = simulation.issue.bind(simulation);
    let checked = 0;
    simulation.issue = (principal, type, fields, ids) => {
      const body = JSON.parse(JSON.stringify(fields)) as object;
      const read = readMessage(type, body);
      if ('refused' in read) throw new Error(`${type.name}: ${JSON.stringify(read.refused)}`);
      checked += 1;
      return issue(principal, type, fields, ids);
    };
    tellHistory(stage, 200);
    await all(simulation.run(until));
    expect(checked).toBeGreaterThan(2_000);
    expect(simulation.refused).toEqual([]);
  }, 120_000);
});

describe('seeding that is stopped on the way', () => {
  it('leaves the log empty', async () => {
    const stop = new AbortController();
    const store = openMemoryEventStore();
    const credentials = { set: async () => {}, verify: async () => false, remove: async () => {} };
    const seeding = seedDemo({
      ...small,
      store,
      keys: { keys: memoryKeyStore(), credentials },
      signal: stop.signal,
      onProgress: ({ phase, done }) => {
        if (phase === 'history' && done === 50) stop.abort();
      },
    });
    await expect(seeding).rejects.toBeInstanceOf(SeedingStopped);
    expect(await all(store.readAll())).toEqual([]);
  }, 120_000);
});
