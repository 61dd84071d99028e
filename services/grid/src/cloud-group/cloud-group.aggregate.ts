import { cloudGroupStream, MoveCloudGroup, OpenCloudGroup, RecordMembership } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { moveCloudGroup, openCloudGroup, recordMembership } from './cloud-group.decisions.ts';
import { cloudGroupFold } from './cloud-group.ts';

const stream = cloudGroupStream.of;

export const cloudGroupAggregate = defineAggregate({
  stream: cloudGroupStream,
  fold: cloudGroupFold,
  territory: (group) => group?.communityCode,
  regions: (_, { type, data }) =>
    type === 'CloudGroupMoved' ? [data.fromGrid, data.gridCode] : [data.gridCode ?? data.communityCode],
  commands: (on) => [
    on(OpenCloudGroup, {
      stream: ({ groupId }, newId) => stream({ groupId: groupId ?? newId('groupId') }),
      facts: ({ communityCode, gridCode }, lookup) => {
        const map = lookup.model(gridMapModel);
        return { community: map.holds(communityCode), grid: gridCode === undefined || map.holds(gridCode) };
      },
      decide: openCloudGroup,
    }),
    on(MoveCloudGroup, { stream, decide: moveCloudGroup }),
    on(RecordMembership, { stream, decide: recordMembership }),
  ],
});
