import type { Position } from '@panshi/event-store';
import type { mongo } from 'mongoose';
import type { Stored } from './stored.ts';

/** How long a tombstone that the checkpoint has passed stays yet: longer than any message could be on its way. */
export const tombstoneMs = 24 * 60 * 60 * 1000;

/** How often they are looked for, in milliseconds. */
const sweepMs = 60 * 60 * 1000;

/** Sweeps the tombstones of a view that nobody needs any more, once an hour while it is written. */
export class TombstoneSweep {
  #sweptAt = Number.NEGATIVE_INFINITY;

  async sweep(documents: mongo.Collection<Stored>, checkpoint: Position, now: number): Promise<void> {
    if (now - this.#sweptAt < sweepMs) return;
    this.#sweptAt = now;
    await documents.deleteMany({ _gone: { $lt: now - tombstoneMs }, _seen: { $lte: checkpoint } });
  }
}
