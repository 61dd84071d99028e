import { describe, expect, it } from '@jest/globals';
import { regionLevel, within } from '@panshi/kernel';
import { readPlaces } from './places.ts';

const district = readPlaces();
const communities = district.streets.flatMap((street) => street.communities);

describe('the places of Qixia', () => {
  it('are the district’s nine streets by their codes', () => {
    expect(district.streets.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '320113001 尧化街道',
      '320113002 马群街道',
      '320113003 迈皋桥街道',
      '320113004 燕子矶街道',
      '320113005 栖霞街道',
      '320113006 龙潭街道',
      '320113007 仙林街道',
      '320113009 八卦洲街道',
      '320113010 西岗街道',
    ]);
  });

  it('are 127 communities and villages, with two of the 129 listed left out for a reason', () => {
    expect(communities).toHaveLength(127);
    expect(district.leftOut).toHaveLength(2);
    for (const { code, name, reason } of district.leftOut) {
      expect(communities.map((community) => community.code)).not.toContain(code);
      expect([name.length > 0, reason.length > 0]).toEqual([true, true]);
    }
  });

  it('carry codes of their level, each once, below the place that holds them', () => {
    expect(new Set(communities.map(({ code }) => code)).size).toBe(127);
    for (const street of district.streets) {
      expect([regionLevel(street.code), within(street.code, district.code)]).toEqual(['street', true]);
      for (const { code } of street.communities) {
        expect([code, regionLevel(code), within(code, street.code)]).toEqual([code, 'community', true]);
      }
    }
  });

  it('are named as places; the committee’s name is kept beside', () => {
    for (const { name, kind, committee } of communities) {
      expect([committee, name.endsWith(kind === 'village' ? '村' : '社区')]).toEqual([committee, true]);
      expect([committee, committee.startsWith(name.slice(0, -1))]).toEqual([committee, true]);
    }
  });

  it('have distinct names within a street', () => {
    for (const street of district.streets) {
      expect(new Set(street.communities.map(({ name }) => name)).size).toBe(street.communities.length);
    }
  });
});
