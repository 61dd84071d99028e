import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ActivationView } from '@panshi/contracts';
import { type Api, signIn } from '../support/api.ts';
import { openCase, take } from '../support/cases.ts';
import { copyOf, type Data } from '../support/demo-data.ts';
import { bytesOf } from '../support/files.ts';
import { logOf } from '../support/log.ts';
import { refusedServer, type Server, startServer, stopServer } from '../support/server.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';
import { until } from '../support/until.ts';
import { removeViews, settled, viewHashes } from '../support/views.ts';

let base: Data;
let data: string;
let copy: Data;

/** Serves the folder while something is done, and stops in good order, the views caught up. */
const serving = async <T>(folder: string, work: (account: Api, server: Server) => Promise<T>): Promise<T> => {
  const server = await startServer({ data: folder });
  try {
    const officer = await signIn(server.url, 'officer', password);
    const done = await work(officer, server);
    await settled(officer);
    return done;
  } finally {
    await stopServer(server);
  }
};

const wartime = {
  districtCode: '320113',
  hazard: 'flood-typhoon',
  level: 'III',
  scope: ['320113001001'],
  basis: { kind: 'warning', reference: '演示', issuer: '演示' },
  reason: '演示',
  initiatingUnit: '演示',
  deadlineRules: [{ categoryPrefix: '102', effect: 'shorten', hours: 2 }],
};

beforeAll(async () => {
  base = await smallDistrict();
  await serving(base.data, async (officer, { url }) => {
    const street = await signIn(url, 'street', password);
    for (const spot of spots) await take(await openCase(street, officer, spot), [officer, 'filing']);
    const { id, position } = await street.command('/wartime/activations', wartime);
    await until(
      () => street.ask<ActivationView>(`/wartime/activations/${id}?after=${position}`),
      ({ grids }) => grids.mobilised === spots.length,
    );
    await until(
      () => officer.ask<{ items: object[] }>(`/cases?activation=${id}`),
      ({ items }) => items.length === spots.length,
    );
  });
});

afterAll(() => base?.remove());

beforeEach(() => {
  copy = copyOf(base.data);
  data = copy.data;
});

afterEach(() => copy.remove());

const nothing = async (): Promise<void> => {};

/** Types of the log's events, in order: what reactors did is in it too. */
const typesOf = async (folder: string): Promise<readonly string[]> => (await logOf(folder)).map(({ type }) => type);

describe('views that are deleted', () => {
  it('are rebuilt the same from the log, and no reactor acts twice', async () => {
    const before = { views: viewHashes(data), types: await typesOf(data) };
    expect(before.types.filter((type) => type === 'GridMobilised')).toHaveLength(spots.length);
    removeViews(data);
    await serving(data, nothing);
    expect({ views: viewHashes(data), types: await typesOf(data) }).toEqual(before);
  });

  it('while the log has gone on answer the next question from all of it', async () => {
    removeViews(data);
    const cases = await serving(data, (officer) => officer.ask<{ total: number }>('/cases?limit=1&facets=true'));
    expect(cases.total).toBe(spots.length);
  });
});

describe('views from a backup', () => {
  it('older than the log catch up with it exactly', async () => {
    const old = copyOf(data);
    await serving(data, async (officer, { url }) => {
      const street = await signIn(url, 'street', password);
      await take(await openCase(street, officer, spots[0]!), [officer, 'filing'], [officer, 'dispatch']);
    });
    const live = viewHashes(data);
    removeViews(data);
    cpSync(join(old.data, 'views.db'), join(data, 'views.db'));
    old.remove();
    await serving(data, nothing);
    expect(viewHashes(data)).toEqual(live);
  });

  it('newer than the log, which was restored to an earlier day, show nothing that the log has not', async () => {
    const ahead = copyOf(data);
    await serving(ahead.data, async (officer, { url }) => {
      const street = await signIn(url, 'street', password);
      await take(await openCase(street, officer, spots[0]!), [officer, 'filing']);
    });
    const right = viewHashes(data);
    cpSync(join(ahead.data, 'views.db'), join(data, 'views.db'));
    ahead.remove();
    await serving(data, nothing);
    expect(viewHashes(data)).toEqual(right);
  });
});

describe('a start with views that cannot be used', () => {
  const damaged = (path: string): void => {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 0, 4096);
    writeFileSync(path, bytes);
  };
  const newer = (path: string): void => {
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
  };

  it.each([
    ['damaged', damaged, /damaged/],
    ['of a newer format', newer, /format 99/],
  ] as const)('%s refuses, changes nothing, and says what to do, which helps', async (_, harm, told) => {
    const right = viewHashes(data);
    harm(join(data, 'views.db'));
    const before = bytesOf(data);
    const { code, output } = await refusedServer({ data });
    expect(code).toBe(1);
    expect(output).toMatch(told);
    expect(output).toMatch(/views\.db.*(delete|remove)/is);
    expect(output).not.toMatch(/^\s+at /m);
    expect(bytesOf(data)).toEqual(before);
    removeViews(data);
    await serving(data, nothing);
    expect(viewHashes(data)).toEqual(right);
  });
});
