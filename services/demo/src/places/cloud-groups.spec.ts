import { describe, expect, it } from '@jest/globals';
import { randomFor } from '../chance.ts';
import { cloudGroups } from './cloud-groups.ts';
import { readGrids } from './grids.ts';
import { readPlaces } from './places.ts';

const district = readPlaces();
const grids = readGrids(district);
const groups = cloudGroups(district, grids, randomFor(5));

describe('the cloud groups of the demo district', () => {
  it('are exactly 1,248, with distinct ids and names', () => {
    expect(groups).toHaveLength(1_248);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(1_248);
    expect(new Set(groups.map(({ communityCode, name }) => communityCode + name)).size).toBe(1_248);
  });

  it('cover every community and every grid', () => {
    const whole = groups.filter(({ gridCode }) => gridCode === undefined);
    expect(whole.map(({ communityCode }) => communityCode)).toEqual(
      district.streets.flatMap(({ communities }) => communities.map(({ code }) => code)),
    );
    expect(new Set(groups.flatMap(({ gridCode }) => gridCode ?? []))).toEqual(new Set(grids.map(({ code }) => code)));
  });

  it('belong to the community of their grid', () => {
    for (const { id, communityCode, gridCode } of groups) {
      expect([id, id.startsWith(`${communityCode}-`)]).toEqual([id, true]);
      expect([id, (gridCode ?? communityCode).startsWith(communityCode)]).toEqual([id, true]);
    }
  });

  it('have 248,000 members, and none more than a group may hold (500)', () => {
    const members = groups.map(({ memberCount }) => memberCount);
    expect(members.reduce((a, b) => a + b, 0)).toBe(248_000);
    expect(Math.max(...members)).toBeLessThanOrEqual(500);
    expect(Math.min(...members)).toBeGreaterThan(20);
  });

  it('are the same for the same seed', () => {
    expect(cloudGroups(district, grids, randomFor(5))).toEqual(groups);
    expect(cloudGroups(district, grids, randomFor(6))).not.toEqual(groups);
  });
});
