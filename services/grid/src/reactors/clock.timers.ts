import { LapseRequest, MissCheckIn } from '@panshi/contracts';
import { defineTimer } from '@panshi/read-model';
import { type MobilisationDocument, mobilisations } from '../views/mobilisations.view.ts';
import type { ActivationDocument } from '../views/wartime-board.document.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';

/** Nobody checked in by the time due. */
export const missedCheckIns = defineTimer<MobilisationDocument>({
  name: 'missed-check-ins',
  view: mobilisations,
  regions: ({ gridCode }) => [gridCode],
  react: ({ activationId, gridCode }) => ({ command: Object.assign(new MissCheckIn(), { activationId, gridCode }) }),
});

/** Nobody decided a request in time: the one that expired first; the next follows. */
export const lapsedRequests = defineTimer<ActivationDocument>({
  name: 'lapsed-requests',
  view: wartimeBoard,
  regions: ({ scope }) => scope,
  react: ({ districtCode, requests, dueAt }) => {
    const expired = requests.find(({ state, expiresAt }) => state === 'pending' && expiresAt === dueAt);
    if (!expired) return undefined;
    const { requestId } = expired;
    return { command: Object.assign(new LapseRequest(), { districtCode, requestId }), key: requestId };
  },
});
