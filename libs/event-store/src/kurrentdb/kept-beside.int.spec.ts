import { describe, expect, it } from '@jest/globals';
import { all, anEvent, any, events } from '../contract/sample.ts';
import { LogNotEmpty, OutcomeUnknown } from '../errors.ts';
import type { ImportedEvent } from '../port.ts';
import { localStores } from './fixtures/local-stores.ts';

const { server, open } = localStores();

const history = (count: number): ImportedEvent[] =>
  Array.from({ length: count }, (_, i) => ({
    ...anEvent(),
    stream: `s-${i % 3}`,
    commandId: `c-${i}`,
    recordedAt: new Date(Date.UTC(2024, 0, 1) + i * 1000).toISOString(),
  }));

describe('an import into KurrentDB that was cut short', () => {
  it('is completed by the same events, and by no others, once', async () => {
    const store = await open({ patienceMs: 1000 });
    const imported = history(200);
    server().fate = () => (server().log.stream('panshi/s-0').length < 40 ? 'answered' : { refused: 'Timeout' });
    await expect(store.import(imported)).rejects.toThrow(OutcomeUnknown);
    server().fate = () => 'answered';
    await expect(store.import(history(200))).rejects.toThrow(LogNotEmpty);
    const head = await (await open()).import(imported);
    const log = await all(store);
    expect(log.map(({ id }) => id)).toEqual(imported.map(({ id }) => id));
    expect(log.at(-1)!.position).toBe(head);
    await expect(store.import(imported)).rejects.toThrow(LogNotEmpty);
  });
});

describe('time marks on KurrentDB', () => {
  it('spare positionAt all but a stretch of the log', async () => {
    let now = Date.UTC(2026, 0, 1);
    const writer = await open({ clock: () => now });
    const moments: [string, string][] = [];
    for (let i = 0; i < 160; i++) {
      now += 60_000;
      const { position } = await writer.append(`s-${i}`, events(50), any());
      moments.push([new Date(now).toISOString(), position]);
    }
    expect(server().log.stream('panshi.marks').length).toBeGreaterThanOrEqual(4);
    const reader = await open();
    for (const [moment, position] of [moments[0]!, moments[77]!, moments[159]!]) {
      server().reads.length = 0;
      expect(await reader.positionAt(moment)).toBe(position);
      expect(server().reads.length).toBeLessThan(12);
    }
    expect(await reader.positionAt('2025-12-31T00:00:00.000Z')).toBe('0'.repeat(16));
  });
});

describe('recordedAt on KurrentDB', () => {
  it('follows the order of the log where one process appends much at once', async () => {
    let now = Date.UTC(2026, 0, 1);
    const store = await open({ clock: () => now++ });
    await Promise.all(Array.from({ length: 400 }, (_, i) => store.append(`s-${i % 50}`, events(1 + (i % 3)), any())));
    const times = (await all(store)).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted());
    expect(new Set(times).size).toBe(400);
  });

  it('does not go back behind what another process recorded before this one looked', async () => {
    const ahead = await open({ clock: () => Date.UTC(2026, 5, 2) });
    const behind = await open({ clock: () => Date.UTC(2026, 5, 1) });
    await ahead.append('a', events(1), any());
    await behind.append('a', events(1), any());
    expect((await all(ahead)).map(({ recordedAt }) => recordedAt)).toEqual(Array(2).fill('2026-06-02T00:00:00.000Z'));
  });
});

describe('a cursor on KurrentDB', () => {
  it('keeps but its last states, and costs one write a move', async () => {
    const { checkpoints } = await open();
    const lease = (await checkpoints.acquire('r', 'one', 60_000))!;
    server().reads.length = 0;
    for (let i = 1; i <= 20; i++) await checkpoints.save(lease, String(i).padStart(16, '0'));
    expect(server().reads).toEqual([]);
    const [metadata] = server().log.stream('$$panshi.checkpoints/r');
    expect(JSON.parse(Buffer.from(metadata!.data).toString())).toEqual({ $maxCount: 4 });
  });
});

describe('a cursor whose write is never answered', () => {
  it('has moved all the same', async () => {
    const { checkpoints } = await open({ patienceMs: 1000 });
    const lease = (await checkpoints.acquire('r', 'one', 60_000))!;
    let left = 1;
    server().fate = () => (left-- > 0 ? 'unanswered' : 'answered');
    await checkpoints.save(lease, '0000000000000009');
    expect(await checkpoints.load('r')).toBe('0000000000000009');
  });
});
