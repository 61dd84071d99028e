import type { Position } from '@panshi/event-store';
import { systemClock } from '@panshi/async';
import { besideName, lagOf, type ParkedDocument, type RebuildProgress, type ViewDefinition } from '@panshi/read-model';
import type { KeeperStatus, ServiceDefinition } from '@panshi/service-kit';
import type { Stores } from './stores.ts';

/** What an operator is told of one view. */
export interface ViewStatus {
  readonly service: string;
  readonly view: string;
  readonly version: number;
  /** Undefined where the view was never built. */
  readonly position: Position | undefined;
  readonly head: Position;
  /** Undefined where the log's positions do not count events. */
  readonly positionsBehind: number | undefined;
  readonly secondsBehind: number;
  readonly parked: readonly (ParkedDocument & { readonly type: string | undefined })[];
  /** The process that keeps it, as owner of its lease; else one that runs and should keep it. */
  readonly keptBy: string | undefined;
  /** How far one is that is being built anew, or was and was cancelled. */
  readonly anewAt: Position | undefined;
  /** How far a running process is with building it, from nothing or anew. */
  readonly building: RebuildProgress | undefined;
}

interface Looked extends Stores {
  readonly keepers: readonly KeeperStatus[];
}

/** How every view of the services is. Makes none. */
export const viewStatuses = async (
  services: readonly ServiceDefinition[],
  stores: Looked,
): Promise<readonly ViewStatus[]> => {
  const stored = new Set((await stores.views.list()).map(({ name, version }) => `${name}@${version}`));
  const all = services.flatMap(({ name, views }) => views.map((view) => ({ service: name, view })));
  return Promise.all(
    all.map(async ({ service, view }) => ({ service, ...(await statusOf(view, stores, (key) => stored.has(key))) })),
  );
};

const statusOf = async (
  view: ViewDefinition,
  { events, views, keepers }: Looked,
  isStored: (key: string) => boolean,
): Promise<Omit<ViewStatus, 'service'>> => {
  const beside = { ...view, name: besideName(view.name) };
  const [table, anew] = await Promise.all(
    [view, beside].map(async (each) => (isStored(`${each.name}@${each.version}`) ? views.open(each) : undefined)),
  );
  const position = await table?.checkpoint();
  const parked = (await table?.parked()) ?? [];
  const lag = await lagOf({
    events,
    view,
    table: { parked: async () => parked },
    clock: systemClock,
    role: 'following',
    position,
  });
  return {
    view: view.name,
    version: view.version,
    position,
    head: lag.head,
    positionsBehind: lag.positions,
    secondsBehind: lag.seconds,
    parked: await Promise.all(parked.map(async (each) => ({ ...each, type: await typeAt(events, view, each) }))),
    keptBy: (await table?.keeper()) ?? keepers.find(({ names }) => names.includes(view.name))?.owner,
    anewAt: await anew?.checkpoint(),
    building: keepers.flatMap(({ building }) => building).find((each) => each.view === view.name),
  };
};

/** The type of the event that a document was parked at. */
const typeAt = async (
  events: Stores['events'],
  { from: types }: ViewDefinition,
  { after, position: upTo }: ParkedDocument,
): Promise<string | undefined> => {
  let found: string | undefined;
  for await (const { type, position } of events.readAll({ after, upTo, types })) if (position === upTo) found = type;
  return found;
};
