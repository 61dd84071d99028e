import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { describeWithMongo } from '../components/mongo-suite.ts';
import { type MongoServer, mongoServer } from '../components/mongo.ts';
import { type Administrator, administratorsIn } from '../support/administrators.ts';
import { signIn } from '../support/api.ts';
import { incidentAt } from '../support/cases.ts';
import { type Data, emptyData } from '../support/demo-data.ts';
import { type Server, type ServerOptions, startServer, stopServer } from '../support/server.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';
import { until } from '../support/until.ts';

const isOk = ({ status }: { readonly status: number }): boolean => status === 200;

describeWithMongo('on a MongoDB server', () => {
  let mongo: MongoServer;
  const folders: Data[] = [];
  const servers: Server[] = [];
  const serve = async (options: ServerOptions): Promise<Server> => {
    const server = await startServer(options);
    servers.push(server);
    return server;
  };
  beforeAll(async () => {
    mongo = await mongoServer();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => stopServer(server, 'SIGKILL')));
    for (const { remove } of folders) remove();
    await mongo.stop();
  });

  it('views are read as one’s own writes, go on after it was killed, and miss nothing', async () => {
    const data = await smallDistrict();
    folders.push(data);
    const server = await serve({ data: data.data, environment: { PANSHI_VIEWS: mongo.database() } });
    const street = await signIn(server.url, 'street', password);
    const officer = await signIn(server.url, 'officer', password);
    const report = () => street.command('/incidents', incidentAt(spots[0]!));

    const before = await report();
    const path = `/incidents/${before.id}?after=${before.position}`;
    expect(await street.ask(path)).toMatchObject({ gridCode: spots[0]!.gridCode });

    await mongo.kill();
    const meanwhile = await report();
    const refused = await street.get(`/incidents/${meanwhile.id}`);
    expect([503, 504]).toContain(refused.status);
    expect(refused.headers.get('retry-after')).not.toBeNull();

    await mongo.start();
    for (const { id } of [before, meanwhile]) await until(() => officer.get(`/cases/${id}`), isOk);
    await until(() => officer.get('/health/ready'), isOk);
    expect(await stopServer(server)).toBe(0);
  });

  it('keys and accounts are there again after a restart, and of no use without the master key', async () => {
    const data = emptyData();
    folders.push(data);
    const environment = { PANSHI_KEYS: mongo.database(), PANSHI_MASTER_KEY: randomBytes(32).toString('base64') };
    const start = (): Promise<Server> => serve({ data: data.data, arguments: ['--no-seed'], environment });
    const first = await start();
    const administrators = administratorsIn(first.output());
    const [{ username, password: told }] = administrators as [Administrator];
    await signIn(first.url, username, told);
    await stopServer(first);

    const second = await start();
    expect(await (await signIn(second.url, username, told)).ask('/session')).toHaveProperty('grants');
    expect(await stopServer(second)).toBe(0);

    const other = { ...environment, PANSHI_MASTER_KEY: randomBytes(32).toString('base64') };
    await expect(serve({ data: data.data, environment: other })).rejects.toThrow('another master key');
  });
});
