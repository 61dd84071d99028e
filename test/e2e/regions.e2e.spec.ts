import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, RegionView } from '@panshi/contracts';
import type { Api } from '../support/api.ts';
import { root } from '../support/server.ts';
import { servedDemo } from '../support/served.ts';
import { until } from '../support/until.ts';

const panshi = servedDemo();
const folder = mkdtempSync(join(tmpdir(), 'panshi-regions-'));
const file = join(folder, 'regions.csv');
let officer: Api;

beforeAll(async () => {
  officer = await panshi.as('demo-org');
  writeFileSync(file, 'regionCode,name\n320113002,马群新街道\n320113011,演示街道\n320113001,尧化街道\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Imports the file as a person does, while the server runs. */
const imported = (password: string, ...options: readonly string[]) => {
  const bin = join(root, 'services/cli/bin/panshi.mjs');
  const source = ['--code-system', '统计用区划代码', '--edition', '2024', '--account', 'demo-org'];
  const given = [bin, 'import-regions', file, ...source, '--data', panshi.data(), ...options];
  const env = { ...process.env, NODE_OPTIONS: '', PANSHI_EVENTS: '', PANSHI_PASSWORD: password };
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: root, env, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const streets = async (): Promise<readonly string[]> =>
  (await officer.ask<Page<RegionView>>('/regions?level=street')).items.map(({ name }) => name);

describe('the regions of the demo district', () => {
  it('have names and outlines, and are counted', async () => {
    const { total, facets } = await officer.ask<Page<RegionView>>('/regions?facets=true&limit=1');
    expect(total).toBe(1 + 9 + 127);
    expect(facets?.['level']).toContainEqual({ value: 'community', count: 127 });
    const { headers, body } = await officer.get<RegionView>('/regions/320113001');
    expect(headers.get('etag')).toBe('"0"');
    expect(body).toMatchObject({ name: '尧化街道', level: 'street', edition: '2023' });
    expect(body.ring!.length).toBeGreaterThan(10);
  });

  it('are seen from below: a street sees its district, and no other street', async () => {
    const street = await panshi.as('demo-street');
    expect((await street.get('/regions/320113')).status).toBe(200);
    expect((await street.get('/regions/320113002')).status).toBe(404);
    expect((await street.post('/regions/320113001/name', { name: '新' })).status).toBe(403);
  });
});

describe('importing regions beside a running server', () => {
  const told = [
    '320113002     renamed     马群街道 → 马群新街道, 统计用区划代码 2024',
    '320113011     registered  演示街道, 统计用区划代码 2024, no outline',
    '',
  ].join('\n');

  it('is refused without the password of the account', () => {
    const { status, stdout, stderr } = imported('wrong');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('There is no account demo-org with this password.');
  });

  it('says in a dry run what would change, and changes nothing', async () => {
    const before = await streets();
    expect(imported('demo-panshi', '--dry-run')).toEqual({
      status: 0,
      stdout: told,
      stderr: '2 changed, 1 left as they are, 0 refused. Nothing was written: a dry run.\n',
    });
    expect(await streets()).toEqual(before);
    expect(before).toContain('马群街道');
  });

  it('changes what it said it would, and the server shows it', async () => {
    expect(imported('demo-panshi')).toMatchObject({ status: 0, stdout: told });
    const after = await until(streets, (names) => names.includes('演示街道'));
    expect(after).toEqual(expect.arrayContaining(['马群新街道', '尧化街道']));
    expect(imported('demo-panshi')).toMatchObject({ status: 0, stdout: '' });
  });
});
