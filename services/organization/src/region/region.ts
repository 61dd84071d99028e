import type { RegionDecided, RegionEvent } from '@panshi/contracts';
import type { Decide, Fold, Ring } from '@panshi/kernel';
import { reject } from '../reject.ts';

export interface RegisteredRegion {
  readonly status: 'registered';
  readonly name: string;
  /** Without a corner where no outline is known. */
  readonly ring: Ring;
}

/** A region above the grids (区划) as far as rules need to know it. */
export type Region = { readonly status: 'none' } | RegisteredRegion;

export const regionFold: Fold<Region, RegionEvent> = {
  initial: { status: 'none' },
  evolve(region, { type, data }) {
    if (type === 'RegionRegistered') return { status: 'registered', name: data.name, ring: data.ring };
    if (region.status === 'none') return region;
    switch (type) {
      case 'RegionRenamed':
        return { ...region, name: data.name };
      case 'RegionRedrawn':
        return { ...region, ring: data.ring };
    }
  },
};

/** @throws {Rejection} `region.unknown` */
export const registered = (region: Region, regionCode: string): RegisteredRegion =>
  region.status === 'none' ? reject('region.unknown', { regionCode }) : region;

/** A rule of regions. */
export type DecideRegion<Command, Facts = unknown> = Decide<Region, Command, RegionDecided, Facts>;
