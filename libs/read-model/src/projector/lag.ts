import { type EventStore, ordinalOf, type Position } from '@panshi/event-store';
import type { Scheduler } from '../scheduler.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewTable } from '../view-store.ts';

/** `following`: another process keeps the view, or nobody yet; `building`: catching up; `live`: caught up once. */
export type ProjectorRole = 'following' | 'building' | 'live';

export interface ViewLag {
  readonly view: string;
  readonly version: number;
  readonly role: ProjectorRole;
  /** How far the view is, and how far the log. */
  readonly position: Position | undefined;
  readonly head: Position;
  /** Positions of the log not yet looked at. */
  readonly positions: number;
  /** Age of the oldest event not yet in the view; 0 when there is none. */
  readonly seconds: number;
  readonly parked: number;
}

interface Kept<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly view: ViewDefinition<Doc>;
  readonly table: ViewTable<Doc>;
  readonly scheduler: Scheduler;
  readonly role: ProjectorRole;
  readonly position: Position | undefined;
}

/** How far a view that has reached a position is behind the log. */
export const lagOf = async <Doc extends ViewDocument>(kept: Kept<Doc>): Promise<ViewLag> => {
  const { events, view, table, scheduler, role, position } = kept;
  const [head, parked] = [await events.head(), await table.parked()];
  const positions = ordinalOf(head) - (position === undefined ? 0 : ordinalOf(position));
  let seconds = 0;
  if (positions > 0) {
    for await (const { recordedAt } of events.readAll({ after: position, types: view.from, limit: 1 }))
      seconds = Math.max(0, (scheduler.now() - Date.parse(recordedAt)) / 1000);
  }
  return { view: view.name, version: view.version, role, position, head, positions, seconds, parked: parked.length };
};
