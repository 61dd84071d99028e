import { LeaseLost } from '../errors.ts';
import { latestLeaseEnd } from '../lease-time.ts';
import { ownerHasEnded } from '../owner.ts';
import type { CheckpointStore, Lease, Position } from '../port.ts';
import { ordinalOf } from '../position.ts';
import { type Cursor, CursorStreams, type CursorAtRevision } from './cursor-streams.ts';
import { retryWrite } from './faults.ts';
import type { StoreParts } from './store-parts.ts';

/** Checkpoints as streams of states, each written at the exact revision it was decided on, which is the fence. */
export class KurrentCheckpoints implements CheckpointStore {
  readonly #parts: StoreParts;
  readonly #streams: CursorStreams;
  /** States as this process wrote them last: assumed to be current, which spares a read and is checked by the server. */
  readonly #lastWritten = new Map<string, CursorAtRevision>();

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#streams = new CursorStreams(parts);
  }

  async acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined> {
    const taken = await this.#change(name, (cursor) => {
      const mine = cursor?.owner === owner;
      const now = this.#parts.clock.now();
      const lasts = cursor !== undefined && cursor.expiresAt > now && cursor.expiresAt <= latestLeaseEnd(now, ttlMs);
      if (lasts && !mine && !ownerHasEnded(cursor.owner)) return undefined;
      return { ...cursor, owner, fence: (cursor?.fence ?? 0) + (mine ? 0 : 1), expiresAt: now + ttlMs };
    });
    return taken && { name, owner, fence: taken.fence };
  }

  async save(lease: Lease, position: Position): Promise<void> {
    ordinalOf(position);
    const move = (cursor: Cursor | undefined) => {
      if (!holds(cursor, lease)) throw new LeaseLost(`${lease.owner} holds the lease of ${lease.name} no more`);
      return (cursor.position ?? '') < position ? { ...cursor, position } : undefined;
    };
    const guess = this.#lastWritten.get(lease.name);
    await this.#change(lease.name, move, guess && holds(guess.cursor, lease) ? guess : undefined);
  }

  async load(name: string): Promise<Position | undefined> {
    return (await this.#streams.read(name))?.cursor.position;
  }

  async release(lease: Lease): Promise<void> {
    await this.#change(lease.name, (cursor) =>
      holds(cursor, lease) ? { ...cursor, owner: '', expiresAt: 0 } : undefined,
    );
  }

  /** Writes what is decided on the state there is, until that is not overtaken; undefined when nothing is to be done. */
  #change(
    name: string,
    decide: (cursor: Cursor | undefined) => Cursor | undefined,
    guess?: CursorAtRevision,
  ): Promise<Cursor | undefined> {
    let guessed = guess;
    return retryWrite(this.#parts.patienceMs, async () => {
      for (; ; guessed = undefined) {
        const held = guessed ?? (await this.#streams.read(name));
        const cursor = decide(held?.cursor);
        if (cursor === undefined && guessed !== undefined) continue;
        if (cursor === undefined) return undefined;
        const written = await this.#streams.write(name, held, cursor);
        if (written === undefined) continue;
        this.#lastWritten.set(name, written);
        return cursor;
      }
    });
  }
}

const holds = (cursor: Cursor | undefined, { owner, fence }: Lease): cursor is Cursor =>
  cursor?.owner === owner && cursor.fence === fence;
