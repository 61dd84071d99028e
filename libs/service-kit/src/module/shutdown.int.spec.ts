import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandReceipt } from '@panshi/contracts';
import { openSqliteEventStore } from '@panshi/event-store';
import { join } from 'node:path';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { GetLamp, InstallLamp } from '../../test/sample/commands.ts';
import { envelopeOf, questionOf } from '../../test/sample/envelopes.ts';
import { eventsOf } from '../../test/sample/lamps.ts';

describe('closing a process', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('under load finishes what it took, refuses the rest, and leaves a log that holds exactly what was answered', async () => {
    const { app, client } = await startSample(folder.path, { limits: { concurrency: 20, waiting: 1000 } });
    const install = () => client.command(InstallLamp, envelopeOf({ regionCode: '320113001001', keeper: '张三' }));
    const early = Array.from({ length: 200 }, install);
    await early[0];
    const closing = app.close();
    const late = Array.from({ length: 200 }, install);
    const outcomes = await Promise.allSettled([...early, ...late]);
    await closing;
    const receipts = outcomes.filter((each) => each.status === 'fulfilled').map(({ value }) => value as CommandReceipt);
    const refusals = outcomes.filter((each) => each.status === 'rejected').map(({ reason }) => reason as object);
    expect(receipts.length).toBeGreaterThanOrEqual(200);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ name: 'Unavailable', code: expect.stringMatching(/closing|no-service/) });
    const store = await openSqliteEventStore({ path: join(folder.path, 'events.db') });
    for (const { stream } of receipts) expect(await eventsOf(store, stream)).toHaveLength(1);
    const logged = [];
    for await (const event of store.readAll()) logged.push(event);
    expect(logged).toHaveLength(receipts.length);
    await store.close();
  });

  it('and starting again loses nothing, and finds its views where they were', async () => {
    const first = await startSample(folder.path);
    const { id, position } = await first.client.command(
      InstallLamp,
      envelopeOf({ regionCode: '320113001001', keeper: '张三' }),
    );
    await first.app.close();
    const second = await startSample(folder.path);
    const question = questionOf({ lampId: id as string }, { after: position });
    expect((await second.client.query(GetLamp, question)).body).toMatchObject({ keeper: { value: '张三' } });
    await second.app.close();
  });

  it('twice is as once', async () => {
    const { app } = await startSample(folder.path);
    await app.close();
    await app.close();
  });
});
