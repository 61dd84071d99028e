import { type EventFilter, type EventStore, eventsBetween, type Position } from '@panshi/event-store';
import type { Clock } from '@panshi/async';
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
  /** Positions of the log not yet looked at; undefined where the log's positions do not count events. */
  readonly positions: number | undefined;
  /** Age of the oldest event not yet in the view; 0 when there is none. */
  readonly seconds: number;
  readonly parked: number;
}

interface Kept<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly view: ViewDefinition<Doc>;
  readonly table: ViewTable<Doc>;
  readonly clock: Clock;
  readonly role: ProjectorRole;
  readonly position: Position | undefined;
}

/** How far a view that has reached a position is behind the log. */
export const lagOf = async <Doc extends ViewDocument>(kept: Kept<Doc>): Promise<ViewLag> => {
  const { events, view, table, clock, role, position } = kept;
  const [head, parked] = [await events.head(), await table.parked()];
  const positions = eventsBetween(events, position, head);
  const seconds = await secondsBehind(events, { after: position, upTo: head, types: view.from }, clock.now());
  return { view: view.name, version: view.version, role, position, head, positions, seconds, parked: parked.length };
};

interface Stretch extends Pick<EventFilter, 'types'> {
  readonly after: Position | undefined;
  readonly upTo: Position;
}

/** Age in seconds of the oldest of some events after a position; 0 where there is none. @param now epoch milliseconds */
export const secondsBehind = async (
  events: Pick<EventStore, 'readAll'>,
  { after, upTo, types }: Stretch,
  now: number,
): Promise<number> => {
  if (after !== undefined && after >= upTo) return 0;
  for await (const { recordedAt } of events.readAll({ after, upTo, types, limit: 1 }))
    return Math.max(0, (now - Date.parse(recordedAt)) / 1000);
  return 0;
};
