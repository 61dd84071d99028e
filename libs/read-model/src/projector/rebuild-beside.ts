import type { EventStore, Lease, Position } from '@panshi/event-store';
import type { Clock } from '@panshi/async';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ParkedDocument, ViewStore, ViewTable } from '../view-store.ts';
import { NotLeading } from './projector-errors.ts';
import type { LiveProjection } from './live-projection.ts';
import { openOnLog } from './open-on-log.ts';
import { Parking } from './parking.ts';
import { rebuild } from './rebuild.ts';
import type { RebuildProgress } from './rebuild-progress.ts';
import { rebuildLimit } from './rebuild-limit.ts';

/** How a view that is kept is built anew. */
export interface RebuildOptions {
  /** Not from where one that was cancelled stopped, but from the beginning of the log. */
  readonly fromStart?: boolean;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

interface Beside<Doc extends ViewDocument> extends RebuildOptions {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly view: ViewDefinition<Doc>;
  readonly table: ViewTable<Doc>;
  readonly owner: string;
  readonly leaseMs: number;
  readonly clock: Clock;
  /** Keeps the view meanwhile. */
  readonly live: LiveProjection<Doc>;
  readonly onParked: (parked: ParkedDocument) => void;
}

/** The name that a view is built under until it takes the place of the one that is kept. */
export const besideName = (name: string): string => `${name}-anew`;

/**
 * Builds a view anew beside the one that is kept and answers meanwhile, and puts it in that one's place once it has
 * caught up. Cancelled or killed, the one that is kept stays as it is, and the next call goes on from there.
 * @returns the position at which it took its place, undefined when cancelled
 * @throws {NotLeading} when the view went to another process
 */
export const rebuildBeside = async <Doc extends ViewDocument>(
  { fromStart = false, onProgress, onParked, live, owner, leaseMs, ...context }: Beside<Doc>,
  signal: AbortSignal,
): Promise<Position | undefined> => {
  const { events, views, view, clock } = context;
  const beside = { ...view, name: besideName(view.name) };
  if (fromStart) await views.drop(beside.name, view.version);
  const table = await openOnLog({ events, views, view: beside });
  const lease = await table.acquire(owner, leaseMs);
  if (!lease) throw new NotLeading(`${view.name} is being built anew by another process`);
  const parking = new Parking(view.name, table, clock, onParked);
  await parking.restore();
  const run = (
    over: Pick<RebuildOptions, 'onProgress'> & { readonly upTo?: Position },
  ): Promise<Position | undefined> => rebuild({ events, view, table, lease, parking, clock, ...over }, signal);
  try {
    if ((await rebuildLimit(views)(() => run({ onProgress }))) === undefined) return undefined;
    return await live.replace(async (reached, kept: Lease) => {
      if ((await run({ upTo: reached })) === undefined || signal.aborted) return false;
      await context.table.replaceBy(beside.name, lease, kept);
      return true;
    });
  } finally {
    await table.release(lease);
  }
};
