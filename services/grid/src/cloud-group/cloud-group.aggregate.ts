import { cloudGroupStream, MoveCloudGroup, OpenCloudGroup, RecordMembership } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { moveCloudGroup, openCloudGroup, recordMembership } from './cloud-group.decisions.ts';
import { cloudGroupFold } from './cloud-group.ts';

export const cloudGroupAggregate = defineAggregate({
  stream: cloudGroupStream,
  fold: cloudGroupFold,
  territory: (group) => group?.communityCode,
  regions: (_, { type, data }) =>
    type === 'CloudGroupMoved' ? [data.fromGrid, data.gridCode] : [data.gridCode ?? data.communityCode],
  commands: (on) => [
    on(OpenCloudGroup, {
      facts: ({ communityCode, gridCode }, lookup) => {
        const map = lookup.model(gridMapModel);
        return { community: map.holds(communityCode), grid: gridCode === undefined || map.holds(gridCode) };
      },
      decide: openCloudGroup,
    }),
    on(MoveCloudGroup, { decide: moveCloudGroup }),
    on(RecordMembership, { decide: recordMembership }),
  ],
});
