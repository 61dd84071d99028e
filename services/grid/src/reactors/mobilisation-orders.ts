import { DemobiliseGrid, type Hazard, MobiliseGrid, type ReleaseCause, type ResponseLevel } from '@panshi/contracts';
import { issue, type Reaction } from '@panshi/read-model';

/** What a grid is ordered out for. */
export interface Order {
  readonly activationId: string;
  readonly hazard: string;
  readonly level: string;
  readonly checkInMinutes: number;
}

export const ordered = (order: Order, gridCode: string): Reaction<MobiliseGrid> => {
  const { activationId, hazard, level, checkInMinutes } = order;
  const purpose = { hazard: hazard as Hazard, level: level as ResponseLevel };
  const key = `mobilise-${activationId}-${gridCode}`;
  return issue(MobiliseGrid, { activationId, gridCode, ...purpose, checkInMinutes }, key);
};

export const released = (activationId: string, gridCode: string, cause: ReleaseCause): Reaction<DemobiliseGrid> =>
  issue(DemobiliseGrid, { activationId, gridCode, cause }, `release-${activationId}-${gridCode}`);
