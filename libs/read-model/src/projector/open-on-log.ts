import type { EventStore, Position } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewStore, ViewTable } from '../view-store.ts';
import { holdsWitness } from './witness.ts';

/** A view that was folded from another log than the one at hand, as after a restored backup. */
export interface OtherLog {
  readonly view: string;
  readonly version: number;
  readonly checkpoint: Position;
  /** `ahead`: the view is further on than the log; `differs`: the log has other events where the view was folded. */
  readonly why: 'ahead' | 'differs';
}

export interface OpenOnLog<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly view: ViewDefinition<Doc>;
  readonly onOtherLog?: ((other: OtherLog) => void) | undefined;
}

/** Opens a view on a log; one that was folded from another log is dropped, to be begun anew. */
export const openOnLog = async <Doc extends ViewDocument>(options: OpenOnLog<Doc>): Promise<ViewTable<Doc>> => {
  const { views, view, onOtherLog } = options;
  const table = await views.open(view);
  const checkpoint = await table.checkpoint();
  const why = checkpoint === undefined ? undefined : await differenceFromLog(options, table, checkpoint);
  if (checkpoint === undefined || why === undefined) return table;
  onOtherLog?.({ view: view.name, version: view.version, checkpoint, why });
  await table.drop();
  return views.open(view);
};

/** How the log differs from the one that the table was folded from; undefined where it is the same. */
const differenceFromLog = async <Doc extends ViewDocument>(
  { events, view }: OpenOnLog<Doc>,
  table: ViewTable<Doc>,
  checkpoint: Position,
): Promise<OtherLog['why'] | undefined> => {
  if (checkpoint > (await events.head())) return 'ahead';
  const witnessed = await table.witnessed();
  return witnessed && !(await holdsWitness(events, view, witnessed)) ? 'differs' : undefined;
};
