import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as modules from '@panshi/embedded/services';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { openSqliteViewStore, type RebuildProgress, type ViewStore } from '@panshi/read-model';
import { definitionsOf, type KeeperStatus } from '@panshi/service-kit';
import { statusTable } from './status-table.ts';
import { viewStatuses } from './view-status.ts';

const services = definitionsOf(Object.values(modules)).filter(({ name }) => name === 'grid');
const view = services[0]!.views.find(({ name }) => name === 'incident-board')!;
const owner = 'here/42/00000000-0000-0000-0000-000000000000';
const progress: RebuildProgress = {
  view: view.name,
  version: view.version,
  stage: 'folding',
  events: 500,
  total: 2000,
  eventsPerSecond: 1000,
  secondsLeft: 1.5,
  position: '0000000000000900',
};

describe('the row of a view', () => {
  let events: EventStore;
  let views: ViewStore;
  beforeEach(async () => {
    events = openMemoryEventStore();
    views = await openSqliteViewStore({ path: ':memory:' });
  });
  afterEach(() => views.close());

  const row = async (keepers: readonly KeeperStatus[] = []): Promise<string> => {
    const statuses = await viewStatuses(services, { events, views, keepers });
    return statusTable(statuses)
      .split('\n')
      .find((line) => line.startsWith(view.name))!;
  };
  const keeper = (...building: RebuildProgress[]): KeeperStatus => ({
    owner,
    views: { path: '/data/views.db' },
    names: [view.name],
    building,
  });

  it('says that it was never built, and makes none', async () => {
    expect(await row()).toMatch(/ not built +- +0 +no process$/);
    expect(await views.list()).toEqual([]);
  });

  it('that is being built says so, by whom and how far, from its first documents to its last', async () => {
    const table = await views.open(view);
    const lease = (await table.acquire(owner, 60_000))!;
    expect(await row()).toMatch(/ being built +- +0 +process 42 on here$/);
    const documents = Array.from({ length: 1500 }, (_, i) => ({ id: `i-${i}`, seen: '1', document: undefined }));
    const writing = table.write(documents, '0000000000000900', lease);
    expect(await row([keeper(progress)])).toMatch(
      / being built .* process 42 on here +built: 500 of about 2000 events$/,
    );
    await writing;
    expect(await row([keeper({ ...progress, stage: 'placing' })])).toMatch(
      / 900 .* 500 events folded; being put in place$/,
    );
  });

  it('names the running process that should keep it, where nobody holds its lease', async () => {
    expect(await row([keeper()])).toMatch(/ process 42 on here$/);
  });
});
