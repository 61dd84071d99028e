import { gridEventTypes } from '@panshi/contracts';
import { defineView } from '@panshi/read-model';
import { gridsOf } from '../community-grids/community-grids.ts';
import { begun, changed } from './grid-board.changes.ts';
import { type GridDocument, gridSchema } from './grid-board.document.ts';

/** Every grid there is or was, for lists and the map. */
export const gridBoard = defineView({
  name: 'grid-board',
  version: 1,
  schema: gridSchema,
  from: gridEventTypes,
  keys: gridsOf,
  evolve: (document: GridDocument | undefined, event, id): GridDocument | undefined => {
    if (event.type === 'GridDelineated') return begun(event, id);
    return begun(event, id) ?? (document && changed(document, event));
  },
  text: ({ _id, name }) => `${name} ${_id}`,
});
