import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { HealthCheckResult } from '@nestjs/terminus';
import type { IncidentView, Page } from '@panshi/contracts';
import { describeWithMongo } from '../components/mongo-suite.ts';
import { mongoKind } from '../components/mongo.ts';
import { describeWithNats } from '../components/nats.ts';
import { faultsOf } from '../faults/check-log.ts';
import { type Api, signIn } from '../support/api.ts';
import { caseOpened, incidentAt } from '../support/cases.ts';
import type { Data } from '../support/demo-data.ts';
import { follow } from '../support/live.ts';
import { panshiViews } from '../support/panshi-views.ts';
import { root } from '../support/server.ts';
import { logOf } from '../support/log.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';
import { startUp, type Up } from '../support/up.ts';
import { until } from '../support/until.ts';

const incidents = (account: Api): Promise<Page<IncidentView>> => account.ask('/incidents?limit=200&facets=true');

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Where there is no MongoDB server to be had, the views are in SQLite. */
const views = mongoKind ? [] : ['--views', 'sqlite'];

describeWithNats('npm run up', () => {
  let data: Data;
  let up: Up;
  let street: Api;
  let officer: Api;
  let served: Page<IncidentView>;

  beforeAll(async () => {
    data = await smallDistrict();
    up = await startUp(data.data, '--instances', 'grid=2', ...views);
    [street, officer] = await Promise.all([signIn(up.url, 'street', password), signIn(up.url, 'officer', password)]);
  });
  afterAll(async () => {
    await up?.stop();
    data?.remove();
  });

  /** An incident as of a position, once the view is there. */
  const shown = (id: string, position: string): Promise<IncidentView> =>
    until(
      () => officer.ask<IncidentView>(`/incidents/${id}?after=${position}`),
      () => true,
    );

  it('starts a broker, each service as often as asked, and the gateway, and says how they are', async () => {
    expect(up.pids('nats')).toHaveLength(1);
    expect(up.pids('grid')).toHaveLength(2);
    expect(new Set(up.pids()).size).toBe(mongoKind ? 7 : 6);
    expect((await street.get('/health/ready')).status).toBe(200);
  });

  it('has its views shown and built anew where its processes keep them', async () => {
    const before = readdirSync(data.data);
    const { stdout } = await panshiViews(data.data, []);
    expect(stdout).toMatch(new RegExp(`^case-board +case +\\d+ +\\d+ .* process ${up.pids('case')[0]} on `, 'm'));
    expect(stdout).not.toMatch(/not built|no process/);
    expect(await panshiViews(data.data, ['rebuild', 'case-board'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^done/),
    });
    expect(readdirSync(data.data)).toEqual(before);
  });

  it('says which service cannot be reached while that hangs', async () => {
    const hung = up.pids('grid');
    for (const pid of hung) process.kill(pid, 'SIGSTOP');
    const { status, body } = await street.get<HealthCheckResult>('/health/ready');
    for (const pid of hung) process.kill(pid, 'SIGCONT');
    expect(status).toBe(200);
    expect(body.details['services']).toEqual({ status: 'up', unreachable: ['grid'] });
  });

  it('takes a report over the broker, and opens its case in another process', async () => {
    const { id, position } = await street.command('/incidents', incidentAt(spots[0]!));
    const view = await shown(id!, position);
    expect(view).toMatchObject({ gridCode: spots[0]!.gridCode, status: 'reported' });
    expect(await caseOpened(officer, id!)).toMatchObject({ gridCode: spots[0]!.gridCode });
  });

  it('tells who follows live what another process has appended', async () => {
    const live = await follow(up.url, street.token);
    await live.next('live');
    const { stream } = await street.command('/incidents', incidentAt(spots[1]!));
    await live.next('appended', (event) => event.data.stream === stream);
    live.close();
  });

  it('answers again after every process of a service was killed, with all it had answered before', async () => {
    const before = await street.command('/incidents', incidentAt(spots[2]!));
    const killed = up.pids('grid');
    const again = Promise.all(['grid.1', 'grid.2'].map((name) => up.says(new RegExp(`^${name} .*is ready again`))));
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await again;
    const { body } = await until(
      () => street.post<{ position: string }>('/incidents', incidentAt(spots[3]!)),
      ({ status }) => status === 201,
    );
    const view = await shown(before.id!, body.position);
    expect(view).toMatchObject({ gridCode: spots[2]!.gridCode });
    expect(up.pids('grid').some((pid) => killed.includes(pid))).toBe(false);
  });

  it('answers again after the broker was killed: every process finds it again', async () => {
    const again = up.says(/^nats .*is ready again/);
    for (const pid of up.pids('nats')) process.kill(pid, 'SIGKILL');
    await again;
    const { body } = await until(
      () => street.post<{ id: string }>('/incidents', incidentAt(spots[0]!)),
      ({ status }) => status === 201,
    );
    expect(await caseOpened(officer, body.id)).toMatchObject({ gridCode: spots[0]!.gridCode });
  });

  describeWithMongo('with its MongoDB server', () =>
    it('is ready again by itself after the MongoDB server was killed, and its views have missed nothing', async () => {
      const before = await street.command('/incidents', incidentAt(spots[1]!));
      const again = up.says(new RegExp(`^${mongoKind} .*is ready again`));
      for (const pid of up.pids(mongoKind)) process.kill(pid, 'SIGKILL');
      const meanwhile = await street.command('/incidents', incidentAt(spots[2]!));
      await again;
      for (const { id } of [before, meanwhile]) await caseOpened(officer, id!);
      await until(
        () => street.get('/health/ready'),
        ({ status }) => status === 200,
      );
      const after = await street.command('/incidents', incidentAt(spots[3]!));
      const view = await shown(after.id!, after.position);
      expect(view).toMatchObject({ gridCode: spots[3]!.gridCode });
    }),
  );

  it('stops in good order, and leaves no process', async () => {
    served = await until(
      () => incidents(officer),
      ({ items }) => items.every(({ hasCase }) => hasCase),
    );
    const pids = up.pids();
    expect(await up.stop()).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
    const log = await logOf(data.data);
    expect(faultsOf(log, [], log.length)).toEqual([]);
  });

  it('serves the same views when it is started again', async () => {
    const other = await startUp(data.data, ...views);
    expect(await incidents(await signIn(other.url, 'officer', password))).toEqual(served);
    expect(await other.stop()).toBe(0);
  });

  it('keeps the views in SQLite, without a server for them, when told so: they are the same', async () => {
    const other = await startUp(data.data, '--views', 'sqlite');
    expect(new Set(other.pids()).size).toBe(5);
    expect(await incidents(await signIn(other.url, 'officer', password))).toEqual(served);
    expect(await other.stop()).toBe(0);
    expect(existsSync(join(data.data, 'views.db'))).toBe(true);
  });

  it('begins again with --fresh, whatever either database of views has left; killed, takes its processes with it', async () => {
    const other = await startUp(data.data, '--fresh', '--no-seed', ...views);
    expect((await logOf(data.data)).length).toBeLessThan(10);
    const pids = other.pids();
    await other.stop('SIGKILL');
    await until(
      async () => pids.filter(isRunning),
      (left) => left.length === 0,
    );
  });

  it('says what it can do, and what is wrong with what it was told', () => {
    const run = (...args: string[]) => runIn(process.env, ...args);
    const runIn = (env: NodeJS.ProcessEnv, ...args: string[]) =>
      spawnSync(process.execPath, [join(root, 'scripts/up.mjs'), ...args], { encoding: 'utf8', env });
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--instances grid=2') });
    const wrong = run('--instances', 'portal=2');
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('not portal=2') });
    const twice = runIn({ ...process.env, PANSHI_VIEWS: 'sqlite:views.db' }, '--views', 'mongo');
    expect(twice).toMatchObject({ status: 2, stderr: expect.stringContaining('leave one of them out') });
  });
});
