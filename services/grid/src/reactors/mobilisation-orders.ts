import { DemobiliseGrid, type Hazard, MobiliseGrid, type ReleaseCause, type ResponseLevel } from '@panshi/contracts';
import { issue, type Reaction } from '@panshi/read-model';

/** What a grid is ordered out for. */
export interface Order {
  readonly activationId: string;
  readonly hazard: Hazard;
  readonly level: ResponseLevel;
  readonly checkInMinutes: number;
}

export const ordered = (order: Order, gridCode: string): Reaction<MobiliseGrid> => {
  const { activationId, hazard, level, checkInMinutes } = order;
  const key = `mobilise-${activationId}-${gridCode}`;
  return issue(MobiliseGrid, { activationId, gridCode, hazard, level, checkInMinutes }, key);
};

export const released = (activationId: string, gridCode: string, cause: ReleaseCause): Reaction<DemobiliseGrid> =>
  issue(DemobiliseGrid, { activationId, gridCode, cause }, `release-${activationId}-${gridCode}`);
