import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DelineateGrid } from '@panshi/contracts';
import { RunningService } from '@panshi/testing/running-service';
import { v7 } from 'uuid';
import { rectangle } from '../test/rings.ts';
import { GridModule } from './grid.module.ts';

const running = new RunningService(GridModule);
const [drawn, redrawn] = ['320113', '320114'];
const [south, north] = [[...rectangle(0, 0, 4, 4)], [...rectangle(0, 4, 4, 8)]];

const draw = (district: string, ring: DelineateGrid['ring']) => {
  const grid = { communityCode: `${district}001001`, name: '网格', kind: 'comprehensive' as const, ring };
  const grants = [{ role: 'any', territory: district, permissions: ['grid.delineate' as const] }];
  return running.do(DelineateGrid, grid, { actor: { account: 'officer', person: v7(), post: 'officer' }, grants });
};

beforeAll(async () => {
  await running.start();
  const registered = (regionCode: string) =>
    running.published(`region-${regionCode}`, 'RegionRegistered', { regionCode, ring: south });
  await registered(drawn);
  await registered(redrawn);
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
