import type { EventStore, Position } from '@panshi/event-store';
import { copyFile, rm } from 'node:fs/promises';
import { Parking } from '../projector/parking.ts';
import { rebuild } from '../projector/rebuild.ts';
import type { Clock } from '@panshi/async';
import { openFrozenViews } from '../sqlite/frozen-views.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { ViewDefinition } from '../view.ts';
import type { Views } from '../view-reader.ts';

/** Views as of one position, in a file of their own. */
export interface Moment {
  readonly key: string;
  readonly position: Position;
  readonly path: string;
  readonly views: Views;
  /** Closes the file and removes it. */
  discard(): Promise<void>;
}

export interface MomentRequest {
  readonly events: EventStore;
  readonly definitions: readonly ViewDefinition[];
  readonly position: Position;
  readonly key: string;
  readonly path: string;
  /** An earlier moment of the same views, to go on from. */
  readonly from: Moment | undefined;
  readonly clock: Clock;
}

const documentsKept = 20_000;
const leaseMs = 3_600_000;

const remove = async (path: string): Promise<void> => {
  for (const suffix of ['', '-wal', '-shm']) await rm(path + suffix, { force: true });
};

/** A poisonous event leaves its document as it was before: the live view has raised the alarm. */
const quietly = (): void => undefined;

/**
 * Folds views up to a position. Reading and folding happen here in slices of some milliseconds, storing on the
 * writer's thread. @throws {Error} when aborted
 */
export const foldMoment = async (request: MomentRequest, signal: AbortSignal): Promise<Moment> => {
  const { events, definitions, position, key, path, from, clock } = request;
  try {
    if (from) await copyFile(from.path, path);
    const store = await openSqliteViewStore({ path, clock: clock.now });
    try {
      for (const view of definitions) {
        const table = await store.open(view);
        const lease = (await table.acquire(key, leaseMs))!;
        const parking = new Parking(view.name, table, clock, quietly);
        await parking.restore();
        const context = { events, view, table, lease, parking, clock, upTo: position, documentsKept };
        if ((await rebuild(context, signal)) === undefined) throw new Error('the fold was cancelled');
        await table.release(lease);
      }
    } finally {
      await store.close();
    }
    const { views, close } = openFrozenViews(path, definitions);
    const discard = async (): Promise<void> => {
      close();
      await remove(path);
    };
    return { key, position, path, views, discard };
  } catch (error) {
    await remove(path);
    throw error;
  }
};
