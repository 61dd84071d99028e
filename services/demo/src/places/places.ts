import { readFileSync } from 'node:fs';
import type { RegionCode } from '@panshi/kernel';

/** A community (社区) or village (村), 12 digits. */
export interface Community {
  readonly code: RegionCode;
  readonly name: string;
  readonly kind: 'community' | 'village';
  /** The committee of its residents, as the Bureau of Statistics lists it. */
  readonly committee: string;
}

/** A street (街道), 9 digits. */
export interface Street {
  readonly code: RegionCode;
  readonly name: string;
  readonly communities: readonly Community[];
}

/** The real places of a district, from an official list of codes; see `data/README.md`. */
export interface District {
  readonly codeSystem: string;
  readonly edition: string;
  readonly asOf: string;
  readonly source: string;
  readonly code: RegionCode;
  readonly name: string;
  readonly streets: readonly Street[];
  /** Listed by the source, but not counted by the district. */
  readonly leftOut: readonly { readonly code: RegionCode; readonly name: string; readonly reason: string }[];
}

/** The demo district, 320113 Qixia. */
export const readPlaces = (): District =>
  JSON.parse(readFileSync(new URL('../../data/places-320113.json', import.meta.url), 'utf8')) as District;
