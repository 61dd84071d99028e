import { MissCheckIn } from '@panshi/contracts';
import { defineTimer, issue } from '@panshi/read-model';
import { mobilisations } from '../views/mobilisations.view.ts';

/** Records that nobody of a mobilised grid checked in by the time due. */
export const missedCheckIns = defineTimer({
  name: 'missed-check-ins',
  issues: [MissCheckIn],
  view: mobilisations,
  regions: ({ gridCode }) => [gridCode],
  react: ({ activationId, gridCode }) => issue(MissCheckIn, { activationId, gridCode }),
});
