import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type INestApplication, Logger } from '@nestjs/common';
import { OperatorError } from '@panshi/kernel';
import type { ServiceClient } from '@panshi/messaging';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { InstallLamp } from '../../test/sample/commands.ts';
import { envelopeOf } from '../../test/sample/envelopes.ts';
import { LEASE_OWNER } from '../tokens.ts';
import { askKeeper } from './ask-keeper.ts';
import { keepersIn } from './keepers.ts';
import { keeperSocket } from './keeper-socket.ts';
import { ProjectedViews } from './projected-views.ts';
import type { ViewRequest, ViewWorkReport } from './view-work.ts';

const view = 'lamp-board';

describe('the server of a process that keeps views', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: INestApplication;
  let client: ServiceClient;
  let owner: string;
  const start = async (): Promise<void> => {
    ({ app, client } = await startSample(folder.path));
    owner = app.get<string>(LEASE_OWNER);
  };
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    await app.close();
    expect(sockets()).toEqual([]);
    await folder.remove();
  });

  const sockets = (): readonly string[] => readdirSync(folder.path).filter((name) => name.endsWith('.sock'));

  const ask = async (asked: ViewRequest, signal = new AbortController().signal): Promise<readonly ViewWorkReport[]> => {
    const reports: ViewWorkReport[] = [];
    await askKeeper({ data: folder.path, owner }, asked, (each) => reports.push(each), signal);
    return reports;
  };
  const status = (body: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asking = request({ socketPath: keeperSocket(folder.path, owner), method: 'POST' }, (response) => {
        resolve(response.statusCode);
        response.resume();
      });
      asking.once('error', reject).end(body);
    });
  const kept = async (): Promise<void> => {
    const { position } = await client.command(InstallLamp, envelopeOf({ regionCode: '320113001001', keeper: '张三' }));
    await app.get(ProjectedViews, { strict: false }).whenPassed([view], position, Date.now() + 20_000);
  };

  it('is for its own user alone', async () => {
    await start();
    expect(sockets()).toHaveLength(1);
    expect(statSync(join(folder.path, sockets()[0]!)).mode & 0o777).toBe(0o600);
  });

  it('says what it keeps, and where', async () => {
    await start();
    await kept();
    const views = { path: join(folder.path, 'views.db') };
    expect(await keepersIn(folder.path)).toEqual([{ owner, views, names: [view], building: [] }]);
    expect(await keepersIn(join(folder.path, 'nowhere'))).toEqual([]);
  });

  it('that takes a connection and says nothing is named', async () => {
    await start();
    const other = join(folder.path, 'other');
    mkdirSync(other);
    const hung = createServer((socket) => socket.resume()).listen(join(other, 'views.0123abcd.sock'));
    await once(hung, 'listening');
    const asking = keepersIn(other, 50);
    await expect(asking).rejects.toBeInstanceOf(OperatorError);
    await expect(asking).rejects.toThrow(/view\.keeper-silent: .*views\.0123abcd\.sock/);
    hung.close();
    await once(hung, 'close');
  });

  it('logs what it was asked, and how that ended', async () => {
    const said = jest.spyOn(Logger.prototype, 'log');
    await start();
    await kept();
    await ask({ act: 'rebuild', view, fromStart: false });
    const told = said.mock.calls.map(([line]) => line as object).filter((line) => 'act' in Object(line));
    said.mockRestore();
    expect(told).toMatchObject([
      { act: 'rebuild', view },
      { act: 'rebuild', view, kind: 'done', parked: 0 },
    ]);
  });

  it('has a view rebuilt, and tells how far it is', async () => {
    await start();
    await kept();
    const told = await ask({ act: 'rebuild', view, fromStart: false });
    expect(told[0]).toEqual({ kind: 'begun' });
    expect(told.find(({ kind }) => kind === 'progress')).toMatchObject({ progress: { view, version: 1 } });
    expect(told.at(-1)).toEqual({ kind: 'done', parked: 0 });
  });

  it('tells of each document that cannot be refolded why, by a code', async () => {
    await start();
    await kept();
    expect(await ask({ act: 'refold', view, documents: ['x'] })).toEqual([
      { kind: 'begun' },
      {
        kind: 'not-refolded',
        document: 'x',
        error: 'view.not-parked: View lamp-board has not set x aside: check the id',
      },
      { kind: 'done', parked: 0 },
    ]);
  });

  it.each([
    ['no JSON', '{', 400],
    ['null', 'null', 400],
    ['an unknown act', JSON.stringify({ act: 'drop', view }), 400],
    ['an unknown field', JSON.stringify({ act: 'rebuild', view, sql: '' }), 400],
    ['documents that are no texts', JSON.stringify({ act: 'refold', view, documents: [{}] }), 400],
    ['more than it reads', JSON.stringify({ act: 'refold', view, documents: ['x'.repeat(70_000)] }), 400],
    ['a view that is not kept here', JSON.stringify({ act: 'rebuild', view: 'nothing' }), 404],
  ])('refuses %s', async (_, body, code) => {
    await start();
    expect(await status(body)).toBe(code);
  });

  it('removes the sockets of killed processes, and nothing else', async () => {
    const killed = createServer().listen(join(folder.path, 'made.sock'));
    await once(killed, 'listening');
    renameSync(join(folder.path, 'made.sock'), join(folder.path, 'views.0123abcd.sock'));
    killed.close();
    await once(killed, 'close');
    writeFileSync(join(folder.path, 'views.notes'), '');
    await start();
    expect(existsSync(join(folder.path, 'views.0123abcd.sock'))).toBe(false);
    expect(existsSync(join(folder.path, 'views.notes'))).toBe(true);
    expect(sockets()).toHaveLength(1);
  });

  it('that is not there is named, with the process that has it', async () => {
    await start();
    owner = 'elsewhere/42/00000000-0000-0000-0000-000000000000';
    const asking = ask({ act: 'rebuild', view, fromStart: false });
    await expect(asking).rejects.toBeInstanceOf(OperatorError);
    await expect(asking).rejects.toThrow(/view\.keeper-silent: lamp-board is kept by process 42 on elsewhere/);
  });
});
