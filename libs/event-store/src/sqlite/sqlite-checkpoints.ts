import type { CheckpointStore, Lease, Position } from '../port.ts';
import { ordinalOf } from '../position.ts';
import type { Done } from './protocol.ts';
import type { LogReader } from './reader.ts';
import { doneOrThrow } from './refusal.ts';
import type { LogWriting } from './writer.ts';

/** Checkpoints in the log's file: their writes ride in the same groups as the appends. */
export class SqliteCheckpoints implements CheckpointStore {
  readonly #reader: () => LogReader;
  readonly #writer: LogWriting;
  readonly #clock: () => number;

  constructor(reader: () => LogReader, writer: LogWriting, clock: () => number) {
    this.#reader = reader;
    this.#writer = writer;
    this.#clock = clock;
  }

  async acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined> {
    const outcome = await this.#writer.request({ kind: 'acquire', name, owner, ttlMs, now: this.#clock() });
    if ('kind' in outcome && outcome.kind === 'lease-held') return undefined;
    return { name, owner, fence: (doneOrThrow(outcome) as Done).fence! };
  }

  async save(lease: Lease, position: Position): Promise<void> {
    doneOrThrow(await this.#writer.request({ kind: 'save', ...lease, position: ordinalOf(position) }));
  }

  async load(name: string): Promise<Position | undefined> {
    return this.#reader().checkpoint(name);
  }

  async release(lease: Lease): Promise<void> {
    doneOrThrow(await this.#writer.request({ kind: 'release', ...lease }));
  }
}
