import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { IncidentView } from '@panshi/contracts';
import { describeWithNats } from '../components/nats.ts';
import { faultsOf } from '../faults/check-log.ts';
import { type Api, signIn } from '../support/api.ts';
import { caseOpened, incidentAt } from '../support/cases.ts';
import type { Data } from '../support/demo-data.ts';
import { follow } from '../support/live.ts';
import { root } from '../support/server.ts';
import { logOf } from '../support/log.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';
import { startUp, type Up } from '../support/up.ts';
import { until } from '../support/until.ts';

jest.setTimeout(90_000);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describeWithNats('npm run up', () => {
  let data: Data;
  let up: Up;
  let street: Api;
  let officer: Api;

  beforeAll(async () => {
    data = await smallDistrict();
    up = await startUp(data.data, '--instances', 'grid=2');
    [street, officer] = await Promise.all([signIn(up.url, 'street', password), signIn(up.url, 'officer', password)]);
  });
  afterAll(async () => {
    await up?.stop();
    data?.remove();
  });

  it('starts a broker, each service as often as asked, and the gateway, and says how they are', async () => {
    expect(up.pids('nats')).toHaveLength(1);
    expect(up.pids('grid')).toHaveLength(2);
    expect(new Set(up.pids()).size).toBe(6);
    expect((await street.get('/health/ready')).status).toBe(200);
  });

  it('takes a report over the broker, and opens its case in another process', async () => {
    const { id, position } = await street.command('/incidents', incidentAt(spots[0]!));
    const view = await officer.ask<IncidentView>(`/incidents/${id}?after=${position}`);
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
    const view = await officer.ask<IncidentView>(`/incidents/${before.id}?after=${body.position}`);
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

  it('stops in good order, and leaves no process', async () => {
    const pids = up.pids();
    expect(await up.stop()).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
    const log = await logOf(data.data);
    expect(faultsOf(log, [], log.length)).toEqual([]);
  });

  it('killed, takes its processes with it', async () => {
    const other = await startUp(data.data);
    const pids = other.pids();
    await other.stop('SIGKILL');
    await until(
      async () => pids.filter(isRunning),
      (left) => left.length === 0,
    );
  });

  it('says what it can do, and what is wrong with what it was told', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(root, 'scripts/up.mjs'), ...args], { encoding: 'utf8' });
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--instances grid=2') });
    const wrong = run('--instances', 'portal=2');
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('not portal=2') });
  });
});
