import { LapseRequest } from '@panshi/contracts';
import { defineTimer, issue } from '@panshi/read-model';
import { wartimeBoard } from '../views/wartime-board.view.ts';

/** Lets a request lapse that nobody decided in time. Of several, the one that expired first; then the next falls due. */
export const lapsedRequests = defineTimer({
  name: 'lapsed-requests',
  issues: [LapseRequest],
  view: wartimeBoard,
  regions: ({ scope }) => scope,
  react: ({ districtCode, requests, dueAt }) => {
    const expired = requests.find(({ state, expiresAt }) => state === 'pending' && expiresAt === dueAt);
    return expired && issue(LapseRequest, { districtCode, requestId: expired.requestId }, expired.requestId);
  },
});
