import { LapseRequest, MarkVerbalOverdue } from '@panshi/contracts';
import { defineTimer, issue } from '@panshi/read-model';
import { wartimeRequests } from '../views/wartime-requests.view.ts';

/** Lets a request lapse that nobody decided in time, and says of a verbal approval that nobody confirmed it in time. */
export const wartimeRequestTimer = defineTimer({
  name: 'wartime-requests',
  issues: [LapseRequest, MarkVerbalOverdue],
  view: wartimeRequests,
  regions: ({ scope }) => scope,
  react: ({ _id: requestId, districtCode, state }) =>
    issue(state === 'pending' ? LapseRequest : MarkVerbalOverdue, { districtCode, requestId }),
});
