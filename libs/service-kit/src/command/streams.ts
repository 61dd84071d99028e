import type { EventStore, NewEvent, Position, RecordedEvent } from '@panshi/event-store';
import type { DomainEvent, Fold } from '@panshi/kernel';
import { LRUCache } from 'lru-cache';
import { type EventSchemas, schemaOf } from './event-schemas.ts';

/** What a command left in its stream: enough to answer it again. */
export interface PastCommand {
  readonly version: number;
  readonly position: Position;
  readonly events: number;
  readonly fingerprint: string;
}

/** A stream folded up to a version; -1 where it does not exist. */
export interface FoldedStream {
  readonly state: unknown;
  readonly version: number;
  readonly position: Position | undefined;
  readonly commands: Map<string, PastCommand>;
}

type AnyFold = Fold<unknown, DomainEvent<string, never>>;

/** The appended events with what the store told of them. */
export interface Appended {
  readonly events: readonly NewEvent[];
  readonly commandId: string;
  readonly version: number;
  readonly position: Position;
}

/**
 * Streams as folded state, the latest used kept in memory. What is kept may be behind when another process appends:
 * the expected version of the append finds that out, and {@link refresh} catches up.
 */
export class Streams {
  readonly #store: EventStore;
  readonly #schemas: EventSchemas;
  readonly #kept: LRUCache<string, FoldedStream>;

  /** @param room how many events, summed over the streams kept */
  constructor(store: EventStore, schemas: EventSchemas, room: number) {
    this.#store = store;
    this.#schemas = schemas;
    this.#kept = new LRUCache({ maxSize: room, sizeCalculation: (stream) => stream.version + 2 });
  }

  /**
   * `kept`: from memory, so it may be behind.
   * @param presumedNew the stream is not read: should it exist, the append finds that out
   */
  async load(stream: string, fold: AnyFold, presumedNew = false): Promise<{ folded: FoldedStream; kept: boolean }> {
    const kept = this.#kept.get(stream) ?? (presumedNew ? nothing(fold) : undefined);
    if (kept) return { folded: kept, kept: true };
    return { folded: await this.#read(stream, fold, nothing(fold)), kept: false };
  }

  /** Reads what came after; whether anything did. */
  async refresh(stream: string, fold: AnyFold): Promise<boolean> {
    const before = this.#kept.get(stream) ?? nothing(fold);
    const now = await this.#read(stream, fold, before);
    return now.version !== before.version;
  }

  /** Folds what was just appended on top of what it was decided from. */
  advance(
    stream: string,
    fold: AnyFold,
    before: FoldedStream,
    { events, commandId, version, position }: Appended,
  ): void {
    let { state } = before;
    for (const event of events) state = this.#evolve(fold, state, event);
    const { fingerprint } = events[0] as NewEvent;
    // Changed in place: a copy would cost as much as the stream is long.
    before.commands.set(commandId, { version, position, events: events.length, fingerprint });
    this.#kept.set(stream, { state, version, position, commands: before.commands });
  }

  async #read(stream: string, fold: AnyFold, before: FoldedStream): Promise<FoldedStream> {
    let { state, version, position } = before;
    const found = new Map<string, PastCommand>();
    for await (const event of this.#store.readStream(stream, { from: version + 1 })) {
      state = this.#evolve(fold, state, event);
      ({ version, position } = event);
      note(found, event);
    }
    if (found.size === 0) return before;
    for (const [id, command] of found) before.commands.set(id, command);
    const folded = { state, version, position, commands: before.commands };
    this.#kept.set(stream, folded);
    return folded;
  }

  /** Data passes the schema's parser, so fields added since it was recorded have their defaults. */
  #evolve(fold: AnyFold, state: unknown, { type, data }: NewEvent): unknown {
    return fold.evolve(state, { type, data: schemaOf(type, this.#schemas).fromJSON(data) as never });
  }
}

const nothing = (fold: AnyFold): FoldedStream => ({
  state: fold.initial,
  version: -1,
  position: undefined,
  commands: new Map(),
});

const note = (commands: Map<string, PastCommand>, event: RecordedEvent): void => {
  const { version, position, fingerprint, commandId } = event;
  const events = (commands.get(commandId)?.events ?? 0) + 1;
  commands.set(commandId, { version, position, events, fingerprint });
};
