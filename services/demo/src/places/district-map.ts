import { unionOutline, within } from '@panshi/kernel';
import type { RegionCode, Ring } from '@panshi/kernel';
import type { Random } from '../random.ts';
import { drawGrids } from './grids.ts';
import type { Grid } from './grids.ts';
import { BOX_RING } from './plane.ts';
import type { District } from './places.ts';
import { sow } from './seeds.ts';

/** The article's figure for the district. */
export const GRID_COUNT = 1_063;

const ATTEMPTS = 20;

/** The ground of a district, street or community. */
export interface Territory {
  readonly code: RegionCode;
  readonly name: string;
  readonly ring: Ring;
}

/** The synthetic map of a district; each level tiles the one above to the micro-degree. */
export interface DistrictMap {
  readonly district: Territory;
  readonly streets: readonly Territory[];
  readonly communities: readonly Territory[];
  readonly grids: readonly Grid[];
}

/**
 * Draws the district's map: its places are real, its outlines are not. The same random numbers draw the same map.
 * @throws {Error} where in twenty attempts some community or street came out in pieces
 */
export const drawMap = (district: District, random: Random): DistrictMap => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const grids = drawGrids(sow(district, GRID_COUNT, random), random);
    const streets = district.streets.map((street) => territory(street, grids));
    const places = district.streets.flatMap((street) => street.communities);
    const communities = places.map((community) => territory(community, grids));
    if (!streets.every(isWhole) || !communities.every(isWhole)) continue;
    return { district: { code: district.code, name: district.name, ring: BOX_RING }, streets, communities, grids };
  }
  throw new Error(`no map without exclaves in ${ATTEMPTS} attempts`);
};

type Named = Pick<Territory, 'code' | 'name'>;

const territory = ({ code, name }: Named, grids: readonly Grid[]): Named & { readonly ring: Ring | undefined } => {
  const rings = grids.filter((grid) => within(grid.code, code)).map((grid) => grid.ring);
  return { code, name, ring: unionOutline(rings) };
};

const isWhole = (drawn: Named & { readonly ring: Ring | undefined }): drawn is Territory => drawn.ring !== undefined;
