import { readFileSync } from 'node:fs';
import type { GridKind } from '@panshi/contracts';
import { type RegionCode, regionOf, type Ring } from '@panshi/kernel';
import type { District } from './places.ts';

/** A synthetic grid, 15 digits. */
export interface Grid {
  readonly code: RegionCode;
  readonly name: string;
  readonly communityCode: RegionCode;
  readonly kind: GridKind;
  readonly ring: Ring;
}

/** The grids of a district, by code: they tile a box around the real one to the micro-degree. See `data/README.md`. */
export const readGrids = ({ code: districtCode, streets }: District): readonly Grid[] => {
  const names = new Map(
    streets.flatMap((street) => street.communities.map(({ code, name }) => [code, `${street.name}·${name}`])),
  );
  const table = readFileSync(new URL(`../../data/grids-${districtCode}.csv`, import.meta.url), 'utf8');
  const [, ...rows] = table.trimEnd().split('\n');
  return rows.map((row) => {
    const [code, kind, outline] = row.split(',') as [RegionCode, GridKind, string];
    const communityCode = regionOf(code, 'community');
    const name = `${names.get(communityCode)} 第${Number(code.slice(12))}网格`;
    return { code, name, communityCode, kind, ring: outline.split(';').map(pointOf) };
  });
};

const pointOf = (text: string): Ring[number] => {
  const [lon, lat] = text.split(' ').map(Number) as [number, number];
  return { lon, lat };
};
