import { LapseRequest, MissCheckIn } from '@panshi/contracts';
import { defineTimer, issue } from '@panshi/read-model';
import { mobilisations } from '../views/mobilisations.view.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';

/** Nobody checked in by the time due. */
export const missedCheckIns = defineTimer({
  name: 'missed-check-ins',
  issues: [MissCheckIn],
  view: mobilisations,
  react: ({ activationId, gridCode }) => issue(MissCheckIn, { activationId, gridCode }),
});

/** Nobody decided a request in time: the one that expired first; the next follows. */
export const lapsedRequests = defineTimer({
  name: 'lapsed-requests',
  issues: [LapseRequest],
  view: wartimeBoard,
  react: ({ districtCode, requests, dueAt }) => {
    const expired = requests.find(({ state, expiresAt }) => state === 'pending' && expiresAt === dueAt);
    return expired && issue(LapseRequest, { districtCode, requestId: expired.requestId }, expired.requestId);
  },
});
