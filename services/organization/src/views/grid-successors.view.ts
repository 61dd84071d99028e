import { defineView, Schema, type ViewDocument } from '@panshi/read-model';

/** What came of a grid that was split or merged, and who went on where. */
export interface GridSuccessorsDocument extends ViewDocument {
  /** Each with the ids of its leader and members. */
  readonly successors: readonly { readonly gridCode: string; readonly people: readonly string[] }[];
}

interface Part {
  readonly gridCode: string;
  readonly leaderId?: string;
  readonly members: readonly { readonly personId: string }[];
}

/** Who leads or serves in a part, by id. */
export const peopleOf = ({ leaderId, members }: Part): readonly string[] => [
  ...(leaderId === undefined ? [] : [leaderId]),
  ...members.map(({ personId }) => personId),
];

export const gridSuccessors = defineView({
  name: 'grid-successors',
  version: 1,
  schema: new Schema({ _id: String, successors: [{ _id: false, gridCode: String, people: [String] }] }),
  from: ['GridSplit', 'GridsMerged'],
  keys: ({ type, data }) => (type === 'GridSplit' ? [data.gridCode] : data.gridCodes),
  evolve(_, { type, data }, _id): GridSuccessorsDocument {
    const parts: readonly Part[] = type === 'GridSplit' ? data.parts : [data.merged];
    return { _id, successors: parts.map((part) => ({ gridCode: part.gridCode, people: peopleOf(part) })) };
  },
});
