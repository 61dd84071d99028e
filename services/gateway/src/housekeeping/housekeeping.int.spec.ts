import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '@panshi/async';
import { Logger } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type EventStore, type NewEvent, openMemoryEventStore } from '@panshi/event-store';
import { filePictures, type Keys, openKeys, type PictureStore } from '@panshi/privacy';
import type { Lifecycle } from '@panshi/service-kit';
import { Housekeeping } from './housekeeping.ts';
import { namesPictures } from './referenced-pictures.ts';

const hour = 3_600_000;
const jpeg = () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(500)]);

/** Time that a test sets; who sleeps is woken by hand. */
class HandClock implements Clock {
  time = Date.UTC(2026, 2, 2, 1);
  wake: (() => void) | undefined;
  readonly now = (): number => this.time;
  sleep(_: number, signal?: AbortSignal): Promise<void> {
    return new Promise((woken) => {
      this.wake = woken;
      signal?.addEventListener('abort', () => woken());
    });
  }
  async asleep(): Promise<void> {
    while (!this.wake) await setImmediate();
  }
}

describe('housekeeping', () => {
  let folder: string;
  let keys: Keys;
  let store: EventStore;
  let pictures: PictureStore;
  let clock: HandClock;
  let stop: AbortController;
  let running: Promise<void>;
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'panshi-housekeeping-'));
    keys = await openKeys({ path: join(folder, 'keys.db') });
    store = openMemoryEventStore();
    pictures = filePictures({ directory: join(folder, 'pictures'), keys: keys.keys });
    clock = new HandClock();
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await running;
    await keys.close();
    rmSync(folder, { recursive: true });
  });

  const start = (of = pictures): Promise<void> => {
    const lifecycle = {
      run: (_stage: string, _name: string, work: (signal: AbortSignal) => Promise<void>) => {
        running = work(stop.signal);
      },
    } as unknown as Lifecycle;
    new Housekeeping(store, keys, of, clock, lifecycle).onApplicationBootstrap();
    return clock.asleep();
  };
  const daily = async (): Promise<void> => {
    const { wake } = clock;
    clock.wake = undefined;
    clock.time += 24 * hour;
    wake?.();
    await clock.asleep();
  };
  const stored = async (hoursAgo: number): Promise<string> => {
    const { pictureId } = await pictures.put({ subject: randomUUID(), uploader: 'p' }, jpeg());
    const at = new Date(clock.time - hoursAgo * hour);
    utimesSync(join(folder, 'pictures', `${pictureId}.sealed`), at, at);
    return pictureId;
  };
  const report = async (pictureId: string): Promise<void> => {
    const event = {
      id: randomUUID(),
      type: namesPictures,
      schema: 'panshi.grid.v1.IncidentReported',
      data: { pictures: [{ pictureId, sha256: 'a'.repeat(64) }] },
      occurredAt: new Date(clock.time).toISOString(),
      actor: { account: 'a', person: 'p', post: 'o' },
      correlationId: 'c',
      causationId: 'c',
      provenance: 'demo',
      regions: ['320113'],
      fingerprint: 'f',
    };
    await store.append(`incident-${pictureId}`, [event as unknown as NewEvent], {
      expect: 'none',
      commandId: randomUUID(),
    });
  };
  const left = (): readonly string[] =>
    readdirSync(join(folder, 'pictures'))
      .map((name) => name.replace('.sealed', ''))
      .sort();

  it('never deletes a picture that a report names, nor one just stored, and deletes the others', async () => {
    const named = await stored(400);
    await report(named);
    const young = await stored(0);
    await stored(25);
    await start();
    expect(left()).toEqual([named, young].sort());
  });

  it('deletes nothing by a log without any report, which is likely another one', async () => {
    const picture = await stored(400);
    await start();
    expect(left()).toEqual([picture]);
  });

  it('takes up daily what has come of age, as named or not', async () => {
    const [named] = [await stored(1), await stored(2)];
    await report(named!);
    await start();
    expect(left()).toHaveLength(2);
    await daily();
    expect(left()).toEqual([named]);
    await daily();
    expect(left()).toEqual([named]);
  });

  it('forgets idempotency keys after 30 days, not before', async () => {
    const claim = { key: 'k', fingerprint: 'f', commandId: 'first', at: new Date(clock.time).toISOString() };
    await keys.idempotency.claim(claim);
    await report(randomUUID());
    await start();
    expect(await keys.idempotency.claim({ ...claim, commandId: 'second' })).toMatchObject({ commandId: 'first' });
    for (let day = 0; day < 31; day++) await daily();
    expect(await keys.idempotency.claim({ ...claim, commandId: 'third' })).toMatchObject({ commandId: 'third' });
  });

  it('sweeps nothing by a clock that is far ahead of the log, and makes up for it', async () => {
    store = openMemoryEventStore({ clock: clock.now });
    await report(randomUUID());
    const orphan = await stored(25);
    clock.time += 400 * 24 * hour;
    await start();
    expect(left()).toEqual([orphan]);
    await report(randomUUID());
    await daily();
    expect(left()).toEqual([]);
  });

  it('goes on after a sweep that failed, making up for it', async () => {
    let failures = 1;
    const orphan = await stored(30);
    await report(randomUUID());
    const sweep: PictureStore['sweep'] = async (...span) => {
      if (failures-- > 0) throw new Error('the disk is away');
      return pictures.sweep(...span);
    };
    await start({ ...pictures, sweep });
    expect(left()).toEqual([orphan]);
    await daily();
    expect(left()).toEqual([]);
  });

  it('knows the one event that names pictures', () => {
    const proto = resolve(import.meta.dirname, '../../../../proto');
    const naming = globSync('panshi/*/v1/*.proto', { cwd: proto }).flatMap((path) =>
      [...readFileSync(join(proto, path), 'utf8').matchAll(/^message (\w+) \{([^}]*(?:\}[^\n]*\n[^}]*)*?)^\}/gm)]
        .filter(([, , body]) => /IncidentPicture |picture_id/.test(body!))
        .map(([, name]) => name!),
    );
    expect(naming.sort()).toEqual(['IncidentPicture', namesPictures]);
  });
});
