import { type CloudGroupEventType, cloudGroupEventTypes, CloudGroupView } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import { defineView, type ViewDocument, viewSchema } from '@panshi/read-model';

/** A chat group with its last count. */
export interface CloudGroupDocument extends ViewDocument, Omit<CloudGroupView, 'groupId'> {
  /** Where it is for: the grid's code, else the community's. */
  readonly regionCode: string;
}

const schema = viewSchema(CloudGroupView, { regionCode: String }, ['groupId']);
schema.index({ regionCode: 1 });
schema.index({ streetCode: 1 });

export const cloudGroupsView = defineView<CloudGroupDocument, CloudGroupEventType>({
  name: 'cloud-groups',
  version: 2,
  schema,
  from: cloudGroupEventTypes,
  keys: ({ data }) => [data.groupId],
  evolve(group, { type, data, version }, _id) {
    if (type === 'CloudGroupOpened') {
      const { name, communityCode, gridCode } = data;
      const streetCode = regionOf(communityCode, 'street');
      const regionCode = gridCode ?? communityCode;
      return { _id, _version: version, name, regionCode, communityCode, streetCode, gridCode };
    }
    if (type === 'CloudGroupMoved') {
      const { gridCode } = data;
      return group && { ...group, _version: version, regionCode: gridCode, gridCode };
    }
    const { members, source, countedOn } = data;
    return group && { ...group, _version: version, members, source, countedOn };
  },
  text: ({ name }) => name,
});
