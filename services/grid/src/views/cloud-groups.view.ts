import type { MembershipSource } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import { defineView, type ViewDocument } from '@panshi/read-model';
import { Schema } from 'mongoose';

/** A chat group with its last count. */
export interface CloudGroupDocument extends ViewDocument {
  readonly name: string;
  /** Where it is for: the grid's code, else the community's. */
  readonly regionCode: string;
  readonly communityCode: string;
  readonly streetCode: string;
  readonly gridCode?: string;
  readonly members?: number;
  readonly source?: MembershipSource;
  readonly countedOn?: string;
}

const schema = new Schema({
  _id: String,
  _version: Number,
  name: String,
  regionCode: { type: String, index: true },
  communityCode: String,
  streetCode: { type: String, index: true },
  gridCode: String,
  members: Number,
  source: String,
  countedOn: String,
});

export const cloudGroupsView = defineView<
  CloudGroupDocument,
  'CloudGroupOpened' | 'CloudGroupMoved' | 'CloudMembershipRecorded'
>({
  name: 'cloud-groups',
  version: 2,
  schema,
  from: ['CloudGroupOpened', 'CloudGroupMoved', 'CloudMembershipRecorded'],
  keys: ({ data }) => [data.groupId],
  evolve(group, { type, data, version }, _id) {
    if (type === 'CloudGroupOpened') {
      const { name, communityCode, gridCode } = data;
      const streetCode = regionOf(communityCode, 'street');
      return {
        _id,
        _version: version,
        name,
        regionCode: gridCode ?? communityCode,
        communityCode,
        streetCode,
        gridCode,
      };
    }
    if (type === 'CloudGroupMoved') {
      const { gridCode } = data;
      return group && { ...group, _version: version, regionCode: gridCode, gridCode };
    }
    const { members, source, countedOn } = data;
    return group && { ...group, _version: version, members, source: source as MembershipSource, countedOn };
  },
  text: ({ name }) => name,
});
