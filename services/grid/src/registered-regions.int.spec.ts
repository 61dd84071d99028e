import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DelineateGrid } from '@panshi/contracts';
import { RunningService } from '@panshi/testing/running-service';
import { v7 } from 'uuid';
import { rectangle } from '../test/rings.ts';
import { GridModule } from './grid.module.ts';

const running = new RunningService(GridModule);
const [drawn, redrawn] = ['320113', '320114'];
const [south, north] = [[...rectangle(0, 0, 4, 4)], [...rectangle(0, 4, 4, 8)]];

const draw = (district: string, ring: DelineateGrid['ring'], communityCode = `${district}001001`) => {
  const grid = { communityCode, name: '网格', kind: 'comprehensive' as const, ring };
  const grants = [{ role: 'any', territory: district, permissions: ['grid.delineate' as const] }];
  return running.do(DelineateGrid, grid, { actor: { account: 'officer', person: v7(), post: 'officer' }, grants });
};

beforeAll(async () => {
  await running.start();
  const registered = (regionCode: string, ring = south) =>
    running.published(`region-${regionCode}`, 'RegionRegistered', { regionCode, ring });
  for (const district of [drawn, redrawn]) {
    await registered(district);
    await registered(`${district}001001`, []);
  }
  await running.published(`region-${redrawn}`, 'RegionRedrawn', { regionCode: redrawn, ring: north });
  // A service that starts has heard of all that is in the log.
  await running.restart();
});
afterAll(() => running.stop());

describe('a district’s outline, as it was drawn last', () => {
  it.each([
    [drawn, north],
    [redrawn, south],
  ])('keeps grids of %s from lying beyond it', async (district, ring) =>
    expect(draw(district, ring)).rejects.toMatchObject({ code: 'grid.outside-district', params: { district } }),
  );

  it('lets those in it be drawn', async () => {
    await draw(drawn, south);
    await draw(redrawn, [...rectangle(0, 4, 2, 8)]);
  });
});

describe('a community that is not registered', () => {
  const [left, right] = [[...rectangle(10, 0, 14, 4)], [...rectangle(14, 0, 18, 4)]];

  it('gets no grid where its district is', async () => {
    const communityCode = `${drawn}001099`;
    const refused = { code: 'grid.community-unknown', params: { communityCode } };
    await expect(draw(drawn, south, communityCode)).rejects.toMatchObject(refused);
  });

  it('gets one where no region of its district is', async () => {
    expect(await draw('320115', left)).toMatchObject({ events: 1 });
    expect(await draw('320115', right, '320115001099')).toMatchObject({ events: 1 });
  });
});
