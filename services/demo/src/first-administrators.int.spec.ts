import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountDirectory, type AccountEvent, roles } from '@panshi/contracts';
import { type EventStore, LogNotEmpty, openMemoryEventStore, type RecordedEvent } from '@panshi/event-store';
import { type Keys, openKeys } from '@panshi/privacy';
import { type FirstAccount, firstAdministrators } from './first-administrators.ts';

describe('the first administrators of an empty log', () => {
  let folder: string;
  let keys: Keys;
  let store: EventStore;
  let accounts: readonly FirstAccount[];
  const events: RecordedEvent[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'panshi-first-'));
    keys = await openKeys({ path: join(folder, 'keys.db') });
    store = openMemoryEventStore();
    accounts = await firstAdministrators({ store, keys });
    events.length = 0;
    for await (const event of store.readAll()) events.push(event);
  });
  afterEach(async () => {
    await keys.close();
    await rm(folder, { recursive: true });
  });

  it('are three people, none of whom holds two of the roles that exclude each other', () => {
    const directory = new AccountDirectory();
    for (const event of events)
      if (/^(Account|Role)/.test(event.type)) directory.apply(event as unknown as AccountEvent);
    const held = accounts.map(({ username }) => directory.account(username)!);
    expect(held.map(({ grants }) => grants.map(({ role }) => role))).toEqual([
      ['system-administrator'],
      ['security-administrator'],
      ['auditor'],
    ]);
    expect(new Set(held.map(({ personId }) => personId)).size).toBe(3);
    expect(held.every(({ grants }) => grants.every(({ role }) => roles[role]!.excludes.length === 2))).toBe(true);
  });

  it('sign in with passwords of their own that the log does not hold', async () => {
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(3);
    for (const { username, password } of accounts) {
      expect(password.length).toBeGreaterThanOrEqual(16);
      expect(await keys.credentials.verify(username, password)).toBe(true);
      expect(JSON.stringify(events)).not.toContain(password);
    }
  });

  it('are told of before there is anything, so that no interruption loses a password', async () => {
    const empty = openMemoryEventStore();
    const head = await empty.head();
    const tell = (told: readonly FirstAccount[]): never => {
      throw new Error(`interrupted once ${told.length} were told`);
    };
    await expect(firstAdministrators({ store: empty, keys, tell })).rejects.toThrow('once 3 were told');
    expect(await empty.head()).toBe(head);
  });

  it('are real, not demo', () =>
    expect(new Set(events.map(({ provenance }) => provenance))).toEqual(new Set(['real'])));

  it('are not given to a log that has events', async () =>
    expect(firstAdministrators({ store, keys })).rejects.toBeInstanceOf(LogNotEmpty));
});
