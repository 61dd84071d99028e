import type { EventStore, Lease, Position } from '@panshi/event-store';
import { reject } from '../rejections.ts';
import { typedEvent } from '../typed-event.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewTable } from '../view-store.ts';
import { isUnkeyed, type Parking } from './parking.ts';
import { evolve } from './view-fold.ts';

export interface Refold<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly view: ViewDefinition<Doc>;
  readonly table: Pick<ViewTable<Doc>, 'load' | 'write'>;
  readonly parking: Parking;
  readonly lease: Lease;
  /** How far the view is; nothing of it may be on its way to the table. */
  readonly upTo: Position;
}

/**
 * Takes a parked document up again after a fix, from where it stopped: folds what was held back, then unparks it.
 * Killed in between, it can be called again.
 * @throws {Rejection} `view.not-parked`; `view.rebuild-needed` where an event's documents could not even be told:
 * a fix of that is a new version of the view. @throws whatever the fold still throws; nothing is written then
 */
export const refold = async <Doc extends ViewDocument>(
  { events, view, table, parking, lease, upTo }: Refold<Doc>,
  id: string,
): Promise<void> => {
  const parked = parking.get(id) ?? reject('view.not-parked', { view: view.name, id });
  if (isUnkeyed(id)) return reject('view.rebuild-needed', { view: view.name, id });
  let { seen, document } = (await table.load([id])).get(id) ?? {};
  for await (const event of events.readAll({ after: parked.after, upTo, types: view.from })) {
    if (seen !== undefined && event.position <= seen) continue;
    const typed = typedEvent(event);
    if (!view.keys(typed).includes(id)) continue;
    document = evolve(view, document, typed, id);
    seen = event.position;
  }
  if (seen !== undefined) await table.write([{ id, seen, document }], upTo, lease);
  await parking.release(id);
};
