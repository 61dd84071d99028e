import { DemobiliseGrid, type Hazard, MobiliseGrid, type ReleaseCause, type ResponseLevel } from '@panshi/contracts';
import type { Reaction } from '@panshi/read-model';

/** What a grid is ordered out for. */
export interface Order {
  readonly activationId: string;
  readonly hazard: string;
  readonly level: string;
  readonly checkInMinutes: number;
}

export const ordered = ({ activationId, hazard, level, checkInMinutes }: Order, gridCode: string): Reaction => ({
  command: Object.assign(new MobiliseGrid(), {
    activationId,
    gridCode,
    hazard: hazard as Hazard,
    level: level as ResponseLevel,
    checkInMinutes,
  }),
  key: `mobilise-${activationId}-${gridCode}`,
});

export const released = (activationId: string, gridCode: string, cause: ReleaseCause): Reaction => ({
  command: Object.assign(new DemobiliseGrid(), { activationId, gridCode, cause }),
  key: `release-${activationId}-${gridCode}`,
});
