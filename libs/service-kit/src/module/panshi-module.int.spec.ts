import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { ServiceClient } from '@panshi/messaging';
import { Past } from '@panshi/read-model';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { BreakLamp, GetLamp, InstallLamp } from '../../test/sample/commands.ts';
import { envelopeOf, officer, questionOf } from '../../test/sample/envelopes.ts';

const regionCode = '320113001001';

/** As long as the gateway waits for an answer about the past. */
const patienceForThePast = 60_000;

describe('a service definition, as a Nest module', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: INestApplication;
  let client: ServiceClient;

  beforeAll(async () => {
    folder = await temporaryFolder();
    ({ app, client } = await startSample(folder.path));
  });
  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  const install = () => client.command(InstallLamp, envelopeOf({ regionCode, keeper: '张三' }));

  it('answers its commands over the transport', async () => {
    const receipt = await install();
    expect(receipt).toMatchObject({ stream: `lamp-${receipt.id}`, version: 0, events: 1 });
  });

  it('answers a query with one’s own write, opened for the reader', async () => {
    const { id, position } = await install();
    const answer = await client.query(GetLamp, questionOf({ lampId: id as string }, { after: position }));
    expect(answer).toMatchObject({
      body: { _id: id, regionCode, status: 'lit', keeper: { status: 'open', value: '张三' } },
      version: 0,
    });
    expect(answer.position >= position).toBe(true);
  });

  it(
    'answers a query as of a past position, also by moment, with what is personal opened by today’s keys',
    async () => {
      const { id, position: lit } = await install();
      const lampId = id as string;
      const { position: after } = await client.command(BreakLamp, envelopeOf({ lampId }));
      const deadline = Date.now() + patienceForThePast;
      const ask = (over: object) => client.query(GetLamp, questionOf({ lampId }, { deadline, ...over }));
      expect(await ask({ asOf: lit })).toMatchObject({
        position: lit,
        version: 0,
        body: { status: 'lit', keeper: { status: 'open', value: '张三' } },
      });
      expect((await ask({ asOf: '2020-01-01T00:00:00Z' })).body).toBeUndefined();
      expect((await ask({ after })).body).toMatchObject({ _id: lampId });
    },
    patienceForThePast,
  );

  it(
    'keeps snapshots of the past in the data folder, with what is personal sealed',
    async () => {
      const { id, position } = await install();
      await app.get(Past).grow();
      const stored = ['', '-wal']
        .map((suffix) => readFileSync(join(folder.path, `past.sample.db${suffix}`), 'utf8'))
        .join('');
      expect(stored).toContain(id);
      expect(stored).not.toContain('张三');
      const deadline = Date.now() + patienceForThePast;
      const answer = await client.query(GetLamp, questionOf({ lampId: id as string }, { asOf: position, deadline }));
      expect(answer).toMatchObject({ body: { keeper: { status: 'open', value: '张三' } } });
    },
    patienceForThePast,
  );

  it('refuses a body that breaks its class’s rules, by every field and without its values', async () => {
    const body = { regionCode: '三二〇一一三', keeper: '张'.repeat(41), colour: '红' };
    const refused = client.command(InstallLamp, envelopeOf(body as never));
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidMessage',
      fields: [
        { field: 'colour', rule: 'unknownField' },
        { field: 'regionCode', rule: 'matches' },
        { field: 'keeper', rule: 'maxLength' },
      ],
    });
    const error = await refused.catch((each: unknown) => each);
    expect(JSON.stringify(error)).not.toMatch(/张|红|三二/);
  });

  it('names a bad field as people call it', async () => {
    const refused = client.command(InstallLamp, envelopeOf({ regionCode: '3', keeper: '张三' }));
    const title = { zh: '区域', en: 'Region' };
    await expect(refused).rejects.toMatchObject({ fields: [{ field: 'regionCode', title }] });
  });

  it.each([[[]], [null], ['text'], [7], [[{}]]])('refuses what is no object: %j', async (body) => {
    const refused = client.command(InstallLamp, envelopeOf(body as never));
    await expect(refused).rejects.toMatchObject({ name: 'InvalidMessage' });
  });

  it('refuses as its decisions and authorities do, with the classes they threw', async () => {
    const { id } = await install();
    const lampId = id as string;
    const elsewhere = envelopeOf({ lampId }, { principal: officer('320113999') });
    await expect(client.command(BreakLamp, elsewhere)).rejects.toMatchObject({ name: 'Rejection', kind: 'forbidden' });
    const unknown = envelopeOf({ lampId: '01890000-0000-7000-8000-000000000001' });
    await expect(client.command(BreakLamp, unknown)).rejects.toMatchObject({ code: 'lamp.unknown', kind: 'not-found' });
  });
});
