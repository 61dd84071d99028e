import { MoveCloudGroup, OpenCloudGroup, RecordMembership } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { moveCloudGroup, openCloudGroup, recordMembership } from './cloud-group.decisions.ts';
import { cloudGroupFold } from './cloud-group.ts';

const stream = ({ groupId }: { readonly groupId: string }): string => `cloud-group-${groupId}`;

/** One chat group (云社区群): one stream. */
export const cloudGroupAggregate = defineAggregate({
  name: 'cloud-group',
  fold: cloudGroupFold,
  territory: (group) => group?.communityCode,
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
