import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '@panshi/event-store';
import { administratorsIn } from '../support/administrators.ts';
import { api, signIn } from '../support/api.ts';
import { type Data, emptyData } from '../support/demo-data.ts';
import { bytesOf, processesWith } from '../support/files.ts';
import { logOf } from '../support/log.ts';
import { launch, refusedServer, root, startServer, stopServer } from '../support/server.ts';

let folder: Data;
let data: string;

beforeEach(() => {
  folder = emptyData();
  data = join(folder.data, 'panshi');
});

afterEach(() => folder.remove());

const unseeded = ['--no-seed'];

describe('npm start', () => {
  it('with --help says what can be chosen, and starts nothing', async () => {
    const { code, output } = await refusedServer({ data, arguments: ['--help'] });
    expect(code).toBe(0);
    for (const choice of ['--data', '--fresh', '--no-seed', '--scale', '--help', 'PORT', 'HOST', 'LOG_LEVEL'])
      expect(output).toContain(choice);
    expect(processesWith(data)).toEqual([]);
  });

  it.each([
    [['--sead'], '--sead'],
    [['--scale', 'many'], '--scale'],
    [['--scale', '0'], '--scale'],
  ])('with %j refuses by name, with code 2', async (choice, name) => {
    const { code, output } = await refusedServer({ data, arguments: choice });
    expect(code).toBe(2);
    expect(output).toContain(name);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('on a busy port names it and says what to do, before it makes anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, output } = await refusedServer({ data, environment: { PORT: String(port) } });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(output).toContain('PORT=');
    expect(bytesOf(folder.data)).toEqual({});
  });

  it('with --fresh beneath one that runs deletes nothing, be the port another', async () => {
    const running = await startServer({ data, arguments: unseeded });
    const { code, output } = await refusedServer({ data, arguments: ['--fresh', ...unseeded] });
    expect(code).toBe(1);
    expect(output).toContain('Panshi runs on that. Stop it first');
    for (const { username, password } of administratorsIn(running.output()))
      await signIn(running.url, username, password);
    expect(await stopServer(running)).toBe(0);
  });

  it('on a host that is none says so', async () => {
    const { code, output } = await refusedServer({ data, environment: { HOST: '256.1.1.1' } });
    expect(code).toBe(1);
    expect(output).toContain('HOST must be an address or host name of this machine');
    expect(output).not.toMatch(/^\s+at /m);
    expect(bytesOf(folder.data)).toEqual({});
  });

  it('names every setting that is wrong, tells none of their values, and makes nothing', async () => {
    const wrong = { PORT: 'secret-1', LOG_LEVEL: 'secret-2', PANSHI_MASTER_KEY: 'secret-3' };
    const { code, output } = await refusedServer({ data, environment: wrong });
    expect(code).toBe(1);
    for (const name of Object.keys(wrong)) expect(output).toContain(name);
    expect(output).not.toContain('secret');
    expect(bytesOf(folder.data)).toEqual({});
  });

  (process.platform === 'linux' ? it : it.skip)('where the data folder cannot be made says so, at once', async () => {
    const { code, output } = await refusedServer({ data: '/proc/panshi', arguments: unseeded });
    expect([code, output]).toEqual([1, expect.stringContaining('/proc/panshi cannot be made. Choose another place')]);
  });

  it('with --scale on a log that is filled already says that it has no effect', async () => {
    await stopServer(await startServer({ data, arguments: unseeded }));
    const server = await startServer({ data, arguments: ['--scale', '2'] });
    expect(server.output()).toContain('--scale has no effect');
    await stopServer(server);
  });

  it.each([[unseeded], [['--fresh', ...unseeded]]])(
    'where the data folder is a file says so, with %j',
    async (choice) => {
      writeFileSync(data, 'a letter');
      const { code, output } = await refusedServer({ data, arguments: choice });
      expect(code).toBe(1);
      expect(output).toContain(`${data} is no folder`);
      expect(output).not.toMatch(/^\s+at /m);
      expect(readFileSync(data, 'utf8')).toBe('a letter');
    },
  );

  it.each(['SIGTERM', 'SIGINT'] as const)('ends at %s with code 0 and leaves no process', async (signal) => {
    const server = await startServer({ data, arguments: unseeded });
    expect(await stopServer(server, signal)).toBe(0);
    await expect(fetch(server.url)).rejects.toThrow();
    expect(processesWith(data)).toEqual([]);
  });

  it('is one process: a signal to npm alone ends all of it', async () => {
    const npm = spawn('npm', ['start', '--ignore-scripts', '--', '--data', data, ...unseeded], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', PORT: '0' },
    });
    const ended = once(npm, 'close');
    for await (const line of createInterface({ input: npm.stdout })) if (line.includes('ready on')) break;
    npm.kill('SIGTERM');
    await ended;
    expect(processesWith(data)).toEqual([]);
  });
});

describe('a start without the demo district', () => {
  it('tells three administrators once, who can sign in then and after a restart', async () => {
    const first = await startServer({ data, arguments: unseeded });
    const administrators = administratorsIn(first.output());
    expect(administrators).toHaveLength(3);
    const roles = await Promise.all(
      administrators.map(async ({ username, password }) => {
        const account = await signIn(first.url, username, password);
        const { grants } = await account.ask<{ grants: { role: string }[] }>('/session');
        return grants.map(({ role }) => role);
      }),
    );
    expect(roles.flat().toSorted()).toEqual(['auditor', 'security-administrator', 'system-administrator']);
    await stopServer(first);
    const second = await startServer({ data, arguments: unseeded });
    expect(administratorsIn(second.output())).toEqual([]);
    for (const { username, password } of administrators) await signIn(second.url, username, password);
    await stopServer(second);
  });

  it('lets nobody else read its files', async () => {
    await stopServer(await startServer({ data, arguments: unseeded }));
    for (const path of ['.', ...readdirSync(data)])
      expect([path, statSync(join(data, path)).mode & 0o077]).toEqual([path, 0]);
  });

  it('that meets an event which a model cannot take up names model and event, says what to do, and ends with 1', async () => {
    await stopServer(await startServer({ data, arguments: unseeded }));
    const [first] = await logOf(data);
    const path = join(data, 'events.db');
    const log = await openSqliteEventStore({ path, clock: Date.now });
    const ruined = { ...first!, id: randomUUID(), type: 'GridDelineated', schema: 'panshi.grid.v1.GridDelineated' };
    const { position } = await log.append('community-grids-320113001001', [{ ...ruined, data: {} }], {
      expect: 'none',
      commandId: randomUUID(),
    });
    await log.close();
    const { code, output } = await refusedServer({ data, arguments: unseeded });
    expect(code).toBe(1);
    expect(output).toContain('cannot start.');
    expect(output).toContain(`the model grid-map cannot take up the event GridDelineated at position ${position}`);
    expect(output).toContain('Start the version of Panshi that recorded this event');
  });

  it('keeps what was done, and a token too, over a restart', async () => {
    const first = await startServer({ data, arguments: unseeded });
    const [{ username, password }] = administratorsIn(first.output()) as [{ username: string; password: string }];
    const { token } = await signIn(first.url, username, password);
    await stopServer(first);
    const second = await startServer({ data });
    expect((await api(second.url, token).get('/session')).status).toBe(200);
    await stopServer(second);
  });

  it('with --fresh begins again', async () => {
    await stopServer(await startServer({ data, arguments: unseeded }));
    const again = await startServer({ data, arguments: ['--fresh', ...unseeded] });
    expect(administratorsIn(again.output())).toHaveLength(3);
    await stopServer(again);
  });
});

describe('--fresh', () => {
  it('refuses a folder that holds anything else, and touches nothing in it', async () => {
    await stopServer(await startServer({ data, arguments: unseeded }));
    mkdirSync(join(data, 'photos'));
    writeFileSync(join(data, 'photos', 'holiday.jpg'), 'sea');
    const before = bytesOf(data);
    const { code, output } = await refusedServer({ data, arguments: ['--fresh', ...unseeded] });
    expect(code).toBe(1);
    expect(output).toContain('photos');
    expect(output).toContain('--data');
    expect(bytesOf(data)).toEqual(before);
  });
});

describe('seeding that is interrupted', () => {
  it('leaves an empty log, into which the next start may put what it is told', async () => {
    const seeding = launch({ data });
    seeding.ready.catch(() => {});
    await new Promise<void>((begun) => {
      seeding.process.stdout!.on('data', () => /\d/.test(seeding.output()) && begun());
    });
    await stopServer(seeding, 'SIGINT');
    expect(seeding.output()).not.toMatch(/^\s+at /m);
    expect(await logOf(data)).toEqual([]);
    const next = await startServer({ data, arguments: unseeded });
    expect(administratorsIn(next.output())).toHaveLength(3);
    await stopServer(next);
  });
});
