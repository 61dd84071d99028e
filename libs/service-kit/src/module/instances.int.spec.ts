import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import type { ServiceClient } from '@panshi/messaging';
import type { NatsLink, NatsServer } from '@panshi/messaging/nats';
import { describeWithNats, type Nats, startNats } from '../../../../test/components/nats.ts';
import { until } from '../../../../test/support/until.ts';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { BreakLamp, GetLamp, InstallLamp } from '../../test/sample/commands.ts';
import { envelopeOf, questionOf } from '../../test/sample/envelopes.ts';
import { CommandExecutor } from '../command/command-executor.ts';
import { AppendedTypes } from '../models/appended-types.ts';
import { EVENT_STORE, TRANSPORT } from '../tokens.ts';
import type { Transport } from '../transport/transport.ts';
import { ProjectedViews } from '../views/projected-views.ts';

interface Instance {
  readonly app: INestApplication;
  readonly client: ServiceClient;
  readonly commands: CommandExecutor;
  readonly views: ProjectedViews;
}

describeWithNats('two processes of one service, on one log', () => {
  let nats: Nats;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let a: Instance;
  let b: Instance;
  const open: Set<Instance> = new Set();

  const start = async (): Promise<Instance> => {
    const { app, client } = await startSample(folder.path, { nats: nats.url });
    const instance = {
      app,
      client,
      commands: app.get(CommandExecutor, { strict: false }),
      views: app.get(ProjectedViews, { strict: false }),
    };
    open.add(instance);
    return instance;
  };
  const stop = async (instance: Instance): Promise<void> => {
    open.delete(instance);
    await instance.app.close();
  };
  const lamp = () => envelopeOf({ regionCode: '320113001001', keeper: '张三' });
  const deadline = () => Date.now() + 20_000;
  const roleOf = async ({ views }: Instance) => (await views.lags())[0]!.role;

  beforeEach(async () => {
    nats = await startNats();
    folder = await temporaryFolder();
    a = await start();
    b = await start();
  });
  afterEach(async () => {
    for (const instance of open) await stop(instance);
    await nats.stop('SIGKILL');
    await folder.remove();
  });

  it('share the requests, and one of them keeps each view', async () => {
    const appends = [a, b].map(({ app }) => jest.spyOn(app.get<EventStore>(EVENT_STORE), 'append'));
    const receipts = await Promise.all(Array.from({ length: 100 }, () => a.client.command(InstallLamp, lamp())));
    const shares = appends.map(({ mock }) => mock.calls.length);
    expect(shares[0]! + shares[1]!).toBeGreaterThanOrEqual(100);
    expect(Math.min(...shares)).toBeGreaterThan(10);
    const newest = receipts
      .map(({ position }) => position)
      .toSorted()
      .at(-1)!;
    for (const { views } of [a, b]) await views.whenPassed(['lamp-board'], newest, deadline());
    expect((await Promise.all([a, b].map(roleOf))).toSorted()).toEqual(['following', 'live']);
    const answers = receipts.map(({ id }) => b.client.query(GetLamp, questionOf({ lampId: id! }, { after: newest })));
    for (const { body } of await Promise.all(answers))
      expect(body).toMatchObject({ status: 'lit', keeper: { value: '张三' } });
  });

  it('take over from each other: what is asked of the one that remains is answered, its views go on', async () => {
    const { position } = await a.client.command(InstallLamp, lamp());
    await Promise.all([a, b].map(({ views }) => views.whenPassed(['lamp-board'], position, deadline())));
    const [leader, other] = (await roleOf(a)) === 'live' ? [a, b] : [b, a];
    await stop(leader);
    const { id, position: after } = await other.client.command(InstallLamp, lamp());
    const question = { ...questionOf({ lampId: id! }, { after }), deadline: deadline() };
    expect((await other.client.query(GetLamp, question)).body).toMatchObject({ status: 'lit' });
    expect(await roleOf(other)).toBe('live');
  });

  it('know of each other’s appends as soon as the answer is there', async () => {
    for (let i = 0; i < 20; i++) {
      const { position } = await a.client.command(InstallLamp, lamp());
      for (const { app } of [a, b]) {
        // What the broker sent before its answer to this has arrived, and is heeded within this turn of the loop.
        await (app.get<Transport>(TRANSPORT).server as NatsServer).unwrap<NatsLink>().flush();
        await setImmediate();
        expect(app.get(AppendedTypes, { strict: false }).last(['LampInstalled'])).toBe(position);
      }
    }
  });

  it('with the broker gone still find all that was appended, and serve again when it is back', async () => {
    await nats.stop('SIGKILL');
    const { id, position } = await a.commands.execute(InstallLamp, lamp());
    await b.views.whenPassed(['lamp-board'], position, deadline());
    expect(await b.views.of({ name: 'lamp-board' } as never).get(id!)).toMatchObject({ status: 'lit' });
    await expect(a.client.command(InstallLamp, lamp())).rejects.toMatchObject({ code: 'no-service' });
    await nats.start();
    for (const { app } of [a, b]) await until(async () => app.get<Transport>(TRANSPORT).serving(), Boolean);
    expect(await a.client.command(BreakLamp, envelopeOf({ lampId: id! }))).toMatchObject({ version: 1 });
  });
});
