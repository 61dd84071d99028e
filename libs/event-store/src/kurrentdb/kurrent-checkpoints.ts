import {
  BACKWARDS,
  END,
  jsonEvent,
  type KurrentDBClient,
  NO_STREAM,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { LeaseLost } from '../errors.ts';
import { isGone } from '../owner.ts';
import type { CheckpointStore, Lease, Position } from '../port.ts';
import { ordinalOf } from '../position.ts';
import { persist } from './faults.ts';
import type { Names } from './names.ts';
import { readPage } from './read-page.ts';

/** The state of one cursor, whole in each event. A released lease has no owner (the empty text). */
type Cursor = Readonly<{ owner: string; fence: number; expiresAt: number; position?: Position }>;

interface Held {
  readonly cursor: Cursor;
  readonly revision: bigint;
}

/** Of older states nobody reads any: the server drops all but these few when it scavenges. */
const maxCount = 4;

/** Cursors in streams of their own: each state is written at the exact revision it was decided on, which is the fence. */
export class KurrentCheckpoints implements CheckpointStore {
  readonly #client: KurrentDBClient;
  readonly #names: Names;
  readonly #now: () => number;
  readonly #patienceMs: number;
  /** As this process wrote them last: a guess that spares a read, and that the server checks. */
  readonly #guesses = new Map<string, Held>();

  constructor(client: KurrentDBClient, names: Names, now: () => number, patienceMs: number) {
    this.#client = client;
    this.#names = names;
    this.#now = now;
    this.#patienceMs = patienceMs;
  }

  async acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined> {
    const taken = await this.#change(name, (cursor) => {
      const mine = cursor?.owner === owner;
      const now = this.#now();
      if (cursor !== undefined && !mine && cursor.expiresAt > now && !isGone(cursor.owner)) return undefined;
      return { ...cursor, owner, fence: (cursor?.fence ?? 0) + (mine ? 0 : 1), expiresAt: now + ttlMs };
    });
    return taken && { name, owner, fence: taken.fence };
  }

  async save(lease: Lease, position: Position): Promise<void> {
    ordinalOf(position);
    await this.#change(
      lease.name,
      (cursor) => {
        if (!holds(cursor, lease)) throw new LeaseLost(`${lease.owner} holds the lease of ${lease.name} no more`);
        return (cursor.position ?? '') < position ? { ...cursor, position } : undefined;
      },
      this.#guesses.get(lease.name),
    );
  }

  async load(name: string): Promise<Position | undefined> {
    return (await this.#read(name))?.cursor.position;
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
    guess?: Held,
  ): Promise<Cursor | undefined> {
    let guessed = guess;
    return persist(this.#patienceMs, async () => {
      for (; ; guessed = undefined) {
        const held = guessed ?? (await this.#read(name));
        const cursor = decide(held?.cursor);
        if (cursor === undefined && guessed !== undefined) continue;
        if (cursor === undefined || (await this.#write(name, held, cursor))) return cursor;
      }
    });
  }

  async #write(name: string, held: Held | undefined, cursor: Cursor): Promise<boolean> {
    const stream = this.#names.checkpoint(name);
    if (held === undefined) await this.#client.setStreamMetadata(stream, { maxCount }, { requiresLeader: true });
    try {
      const event = jsonEvent({ type: 'cursor', data: cursor });
      const options = { streamState: held?.revision ?? NO_STREAM, requiresLeader: true } as const;
      const { success, nextExpectedRevision } = await this.#client.appendToStream(stream, event, options);
      if (success) this.#guesses.set(name, { cursor, revision: nextExpectedRevision });
      return success;
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return false;
      throw error;
    }
  }

  async #read(name: string): Promise<Held | undefined> {
    const asked = { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader: true } as const;
    const [last] = await readPage(() => this.#client.readStream(this.#names.checkpoint(name), asked));
    return last && { cursor: last.event!.data as Cursor, revision: last.event!.revision };
  }
}

const holds = (cursor: Cursor | undefined, { owner, fence }: Lease): cursor is Cursor =>
  cursor?.owner === owner && cursor.fence === fence;
