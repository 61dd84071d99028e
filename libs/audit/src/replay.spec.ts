import { beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore, type NewEvent, openMemoryEventStore } from '@panshi/event-store';
import { replay } from './replay.ts';
import type { Selection } from './selection.ts';

const ids = Array.from({ length: 20 }, (_, i) => `01890000-0000-7000-8000-0000000000${String(i + 10)}`);
let made = 0;

const event = (type: string, region: string, occurredAt: string): NewEvent => ({
  id: ids[made++] as string,
  type,
  schema: `panshi.test.v1.${type}`,
  data: {},
  occurredAt,
  actor: { account: 'a', person: 'p', post: 'o' },
  correlationId: 'c',
  causationId: 'c',
  provenance: 'real',
  regions: [region],
  fingerprint: 'f',
});

const day = (n: number): string => `2026-03-0${n}T08:00:00.000Z`;
let now = day(1);
let store: EventStore;

const append = async (at: string, stream: string, type: string, region: string, occurredAt = at): Promise<void> => {
  now = at;
  await store.append(stream, [event(type, region, occurredAt)], { expect: 'any', commandId: `command-${made}` });
};

const shown = async (selection: Selection, territories?: readonly string[]): Promise<readonly string[]> => {
  const types: string[] = [];
  for await (const step of replay(store, selection, territories))
    if (step.kind === 'event') types.push(step.event.type);
  return types;
};

beforeAll(async () => {
  store = openMemoryEventStore({ clock: () => Date.parse(now) });
  await append(day(1), 'incident-1', 'Reported', '320113001001001');
  await append(day(2), 'case-1', 'Opened', '320113001001001');
  await append(day(3), 'case-2', 'Opened', '320113002001001');
  await append(day(4), 'case-1', 'Closed', '320113001001001');
  await append(day(5), 'incident-2', 'Reported', '320113002001001', day(2));
  await append(day(6), 'wartime-320113', 'Activated', '320113');
});

describe('a replay', () => {
  it('shows everything, in the order of the log', async () =>
    expect(await shown({})).toEqual(['Reported', 'Opened', 'Opened', 'Closed', 'Reported', 'Activated']));

  it('of a case shows its incident and its own events', async () =>
    expect(await shown({ caseId: '1' })).toEqual(['Reported', 'Opened', 'Closed']));

  it('of a territory shows what concerns it: what lies in it, and what it lies in', async () => {
    expect(await shown({ territory: '320113001' })).toEqual(['Reported', 'Opened', 'Closed', 'Activated']);
    expect(await shown({ territory: '320113009001001' })).toEqual(['Activated']);
  });

  it('shows a reader their territories only', async () =>
    expect(await shown({}, ['320113002'])).toEqual(['Opened', 'Reported', 'Activated']));

  it('selects by when things happened', async () =>
    expect(await shown({ from: day(2), to: day(2) })).toEqual(['Opened', 'Reported']));

  it('as of a moment leaves out what was entered later (补录)', async () =>
    expect(await shown({ to: day(2), asOf: day(4) })).toEqual(['Reported', 'Opened']));

  it('of a case and a stream shows what is of both', async () => {
    expect(await shown({ caseId: '1', stream: 'case-1' })).toEqual(['Opened', 'Closed']);
    expect(await shown({ caseId: '1', stream: 'case-2' })).toEqual([]);
  });

  it('selects by type and stream', async () =>
    expect(await shown({ types: ['Opened'], stream: 'case-2' })).toEqual(['Opened']));
});
