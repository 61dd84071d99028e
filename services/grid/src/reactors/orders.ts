import { DemobiliseGrid, type Hazard, MobiliseGrid, type ReleaseCause, type ResponseLevel } from '@panshi/contracts';
import type { Reaction } from '@panshi/read-model';

/** What a grid is ordered out for. */
export interface Order {
  readonly activationId: string;
  readonly hazard: Hazard;
  readonly level: ResponseLevel;
  readonly checkInMinutes: number;
}

export const ordered = ({ activationId, hazard, level, checkInMinutes }: Order, gridCode: string): Reaction => ({
  command: Object.assign(new MobiliseGrid(), {
    activationId,
    gridCode,
    hazard,
    level,
    checkInMinutes,
  }),
  key: `mobilise-${activationId}-${gridCode}`,
});

export const released = (activationId: string, gridCode: string, cause: ReleaseCause): Reaction => ({
  command: Object.assign(new DemobiliseGrid(), { activationId, gridCode, cause }),
  key: `release-${activationId}-${gridCode}`,
});
