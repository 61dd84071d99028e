import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { freePort } from '../../scripts/servers/free-port.ts';
import { processes } from '../../scripts/workspace.ts';
import { describeWithNats, type Nats, startNats } from '../components/nats.ts';
import { type Data, emptyData } from '../support/demo-data.ts';
import { type ServiceProcess, startServiceProcess } from '../support/service.ts';
import { until } from '../support/until.ts';

describeWithNats('a service on its own', () => {
  let data: Data;
  let nats: Nats;
  let service: ServiceProcess;
  const start = (name: string, environment: Record<string, string>): void => {
    service = startServiceProcess(name, { PANSHI_DATA: data.data, ...environment });
  };

  beforeEach(async () => {
    data = emptyData();
    nats = await startNats();
  });
  afterEach(async () => {
    await service.stop();
    await nats.stop('SIGKILL');
    data.remove();
  });

  it.each(processes)('%s serves over the broker, and ends when asked', async (name) => {
    start(name, { PANSHI_NATS: nats.url });
    const [, url] = await service.says(/"msg":"ready","url":"([^"]+)"/);
    // A gateway that reaches no service can answer nobody: others are to be asked.
    expect((await fetch(`${url}/health/ready`)).status).toBe(name === 'gateway' ? 503 : 200);
    expect(await service.stop()).toBe(0);
  });

  it('is alive but not ready while the broker is not there, and ready when it comes', async () => {
    await nats.stop();
    const port = await freePort();
    start('grid', { PANSHI_NATS: nats.url, PORT: String(port) });
    await service.says(/no NATS server at/);
    const health = `http://127.0.0.1:${port}/health`;
    await until(
      () =>
        fetch(`${health}/live`).then(
          ({ status }) => status,
          () => 0,
        ),
      (status) => status === 200,
    );
    expect((await fetch(`${health}/ready`)).status).toBe(503);
    await nats.start();
    await service.says(/"msg":"ready"/);
    expect((await fetch(`${health}/ready`)).status).toBe(200);
  });

  it('ends when asked, also while it waits for the broker', async () => {
    await nats.stop();
    start('grid', { PANSHI_NATS: nats.url });
    await service.says(/no NATS server at/);
    expect(await service.stop()).toBe(0);
  });

  it('without PANSHI_NATS, or with one that is none, says what to set', async () => {
    start('grid', {});
    expect(await service.ended).toBe(1);
    expect(service.output()).toMatch(/grid cannot start\.\n.*\n.*PANSHI_NATS must be set for grid/);
    start('grid', { PANSHI_NATS: 'http://secret@broker' });
    expect(await service.ended).toBe(1);
    expect(service.output()).toContain('PANSHI_NATS must be nats://');
    expect(service.output()).not.toContain('secret');
  });

  it('on a port that is taken says so', async () => {
    // The broker's, say.
    const { port } = new URL(nats.url);
    start('grid', { PANSHI_NATS: nats.url, PORT: port });
    expect(await service.ended).toBe(1);
    expect(service.output()).toContain(`Port ${port} on 127.0.0.1 is in use`);
  });

  it('with a data folder that is none says so', async () => {
    const letter = join(data.data, 'letter');
    writeFileSync(letter, 'Dear district');
    start('grid', { PANSHI_NATS: nats.url, PANSHI_DATA: letter });
    expect(await service.ended).toBe(1);
    expect(service.output()).toContain(`${letter} is no folder`);
    expect(service.output()).not.toMatch(/^\s+at /m);
  });
});
