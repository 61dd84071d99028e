import { Parking } from '../projector/parking.ts';
import type { ParkedDocument } from '../view-store.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/**
 * What is parked in folds of the past: a poisonous event leaves its document as it was before. Nothing is tried again
 * after a while, for a pure fold that failed fails again, and no alarm is raised: the live view has done so.
 */
export const parkingOf = async (snapshots: ViewSnapshots, park: (parked: ParkedDocument) => void): Promise<Parking> => {
  const table = {
    park: async (parked: ParkedDocument) => park(parked),
    parked: async () => snapshots.parked(),
    unpark: async () => undefined,
  };
  const parking = new Parking(
    snapshots.view.name,
    table,
    { now: Date.now, sleep: async () => undefined },
    () => undefined,
  );
  await parking.restore();
  return parking;
};
