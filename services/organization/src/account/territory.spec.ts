import { beforeAll, describe, expect, it } from '@jest/globals';
import { grant, smallDistrict } from '../../test/district.ts';
import { enterRegions } from '../../test/regions.ts';
import type { World } from '../../test/world.ts';

describe('the territory of a grant, where the regions of 320113 are registered', () => {
  let world: World;
  beforeAll(async () => {
    world = await enterRegions(await smallDistrict());
  });
  const granted = (territory: string) => world.execute(grant('maqun-1', 'street-officer', territory));

  it.each(['320113', '320113002', '320113001001', '320113001001007', '320114001001'])('may be %s', async (territory) =>
    expect(await granted(territory)).toHaveLength(1),
  );

  it.each(['320113099', '320113002001', '320113001099', '320113001099001'])('is never %s', (territory) =>
    expect(granted(territory)).rejects.toMatchObject({ code: 'account.territory-unknown', params: { territory } }),
  );
});
