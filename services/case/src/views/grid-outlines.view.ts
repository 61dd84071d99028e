import type { GridChange } from '@panshi/contracts';
import { regionOf, type Ring } from '@panshi/kernel';
import { defineView, Schema, type Typed, type ViewDocument } from '@panshi/read-model';

/** Where a grid lies, or lay last, so that cases can follow their places when borders change. */
export interface GridOutlineDocument extends ViewDocument {
  readonly communityCode: string;
  readonly ring: Ring;
  /** What became of it; absent while it is a grid. */
  readonly ended?: Exclude<GridChange, 'redrawn'>;
}

const schema = new Schema({
  _id: String,
  communityCode: { type: String, index: true },
  ring: [Schema.Types.Mixed],
  ended: String,
});

type Event = Typed<'GridDelineated' | 'GridSplit' | 'GridsMerged' | 'GridsRedrawn' | 'GridRetired'>;

interface Effect {
  readonly drawn: readonly { readonly gridCode: string; readonly ring: Ring }[];
  readonly gone?: { readonly codes: readonly string[]; readonly as: Exclude<GridChange, 'redrawn'> };
}

const effectOf = ({ type, data }: Event): Effect => {
  switch (type) {
    case 'GridDelineated':
      return { drawn: [data] };
    case 'GridSplit':
      return { drawn: data.parts, gone: { codes: [data.gridCode], as: 'split' } };
    case 'GridsMerged':
      return { drawn: [data.merged], gone: { codes: data.gridCodes, as: 'merged' } };
    case 'GridsRedrawn':
      return { drawn: data.grids };
    case 'GridRetired':
      return { drawn: data.successor ? [data.successor] : [], gone: { codes: [data.gridCode], as: 'retired' } };
  }
};

export const gridOutlines = defineView({
  name: 'grid-outlines',
  version: 1,
  schema,
  from: ['GridDelineated', 'GridSplit', 'GridsMerged', 'GridsRedrawn', 'GridRetired'],
  keys: (event) => {
    const { drawn, gone } = effectOf(event);
    return [...(gone?.codes ?? []), ...drawn.map(({ gridCode }) => gridCode)];
  },
  evolve(grid: GridOutlineDocument | undefined, event, _id): GridOutlineDocument | undefined {
    const { drawn, gone } = effectOf(event);
    if (gone?.codes.includes(_id)) return grid && { ...grid, ended: gone.as };
    const { ring } = drawn.find(({ gridCode }) => gridCode === _id)!;
    return { _id, communityCode: regionOf(_id, 'community'), ring };
  },
});
