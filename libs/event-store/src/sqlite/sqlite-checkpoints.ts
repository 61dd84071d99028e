import type { CheckpointStore, Lease, Position } from '../port.ts';
import { ordinalOf } from '../position.ts';
import { isDone, type Refused } from './protocol.ts';
import type { LogReader } from './reader.ts';
import { refused } from './refusal.ts';
import type { Writer } from './writer.ts';

/** Checkpoints in the log's file: their writes ride in the same groups as the appends. */
export class SqliteCheckpoints implements CheckpointStore {
  readonly #reader: () => LogReader;
  readonly #writer: Writer;
  readonly #clock: () => number;

  constructor(reader: () => LogReader, writer: Writer, clock: () => number) {
    this.#reader = reader;
    this.#writer = writer;
    this.#clock = clock;
  }

  async acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined> {
    const outcome = await this.#writer.request({ kind: 'acquire', name, owner, ttlMs, now: this.#clock() });
    if ('fence' in outcome && outcome.fence !== undefined) return { name, owner, fence: outcome.fence };
    if ('kind' in outcome && outcome.kind === 'lease-held') return undefined;
    throw refused(outcome as Refused);
  }

  async save({ name, owner, fence }: Lease, position: Position): Promise<void> {
    const outcome = await this.#writer.request({ kind: 'save', name, owner, fence, position: ordinalOf(position) });
    if (!isDone(outcome)) throw refused(outcome);
  }

  async load(name: string): Promise<Position | undefined> {
    return this.#reader().checkpoint(name);
  }

  async release({ name, owner, fence }: Lease): Promise<void> {
    const outcome = await this.#writer.request({ kind: 'release', name, owner, fence });
    if (!isDone(outcome)) throw refused(outcome);
  }
}
