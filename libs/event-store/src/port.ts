import type { Actor, Instant, Provenance, RegionCode, Traceparent } from '@panshi/kernel';

/** An opaque, fixed-width place in the log; compares as text. Strictly increasing, never reused. */
export type Position = string;

/** What a stream must look like for an append to take: anything, absent, present, or at exactly this version. */
export type Expected = 'any' | 'none' | 'exists' | number;

/** An event ready to append; personal fields of `data` are sealed already. `id` is a UUIDv7. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  /** Full name of the proto message that describes `data`. */
  readonly schema: string;
  readonly data: object;
  /** When it happened, which may be before it was recorded (补录). */
  readonly occurredAt: Instant;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId: string;
  readonly provenance: Provenance;
  /** Where it happened: who reads only some regions reads it by these. At least one, and nothing personal. */
  readonly regions: readonly RegionCode[];
  /** The trace it belongs to, where whoever asked for it named one. */
  readonly traceparent?: Traceparent;
  /** Keyed fingerprint (HMAC) of the command's body; equal command ids with unequal fingerprints are refused. */
  readonly fingerprint: string;
}

/** An event as the log holds it. Versions count from 0 in each stream. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly version: number;
  readonly position: Position;
  /** Stamped by the store from its clock, never going back. */
  readonly recordedAt: Instant;
  readonly commandId: string;
}

export interface AppendOptions {
  readonly expect: Expected;
  readonly commandId: string;
}

export interface AppendResult {
  /** Version and position of the last event appended. */
  readonly version: number;
  readonly position: Position;
}

export interface ReadStreamOptions {
  /** First and last version, inclusive. */
  readonly from?: number;
  readonly to?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

export interface EventFilter {
  readonly types?: readonly string[];
  readonly streamPrefixes?: readonly string[];
}

/** When something happened, which may be before it was recorded; both inclusive. */
export interface OccurredSpan {
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** What history can be read by. An index serves each where the store has one; KurrentDB reads past what does not pass. */
export interface ReadFilter extends EventFilter {
  /** Events of which a region lies in one of these, or holds one. */
  readonly regions?: readonly RegionCode[];
  readonly occurred?: OccurredSpan;
}

export interface ReadAllOptions extends ReadFilter {
  /** Exclusive. */
  readonly after?: Position;
  /** Inclusive. */
  readonly upTo?: Position;
  readonly limit?: number;
}

export interface SubscribeOptions extends EventFilter {
  /** Exclusive: resume with the checkpoint stored last. Absent: from the beginning. */
  readonly after?: Position;
}

/**
 * What a subscription yields. `progress` passes over positions the filter skipped, so that who waits for a position
 * is not left hanging; `caughtUp` says that what was in the log has been yielded, and what follows is live.
 */
export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'progress'; readonly position: Position }
  | { readonly kind: 'caughtUp'; readonly position: Position };

/** An event of an import, with the time it was recorded at first and its place in its stream. */
export interface ImportedEvent extends NewEvent {
  readonly stream: string;
  readonly commandId: string;
  readonly recordedAt: Instant;
}

/** A durable cursor of a reactor, fenced so that a process which lost its lease cannot move it. */
export interface CheckpointStore {
  /** Takes or renews the lease for `owner` until `ttlMs` from now; undefined while another holds it. */
  acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined>;
  /** Moves the cursor forward. @throws {LeaseLost} when the lease's fence is no longer the newest. */
  save(lease: Lease, position: Position): Promise<void>;
  load(name: string): Promise<Position | undefined>;
  release(lease: Lease): Promise<void>;
}

export interface Lease {
  readonly name: string;
  readonly owner: string;
  /** Grows with each change of owner. */
  readonly fence: number;
}

/**
 * The append-only log: the only truth of the system. One append touches one stream and is all or nothing; it
 * resolves only after its events would survive power loss. The contract suite says the rest, for every adapter.
 */
export interface EventStore {
  /** Whether positions count events: of the nth in the log, n. Else they tell only which of two comes first. */
  readonly densePositions: boolean;
  /** @throws {WrongExpectedVersion | OutcomeUnknown | StoreUnavailable | EventTooLarge} */
  append(stream: string, events: readonly NewEvent[], options: AppendOptions): Promise<AppendResult>;
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<RecordedEvent>;
  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;
  subscribe(options: SubscribeOptions, signal: AbortSignal): AsyncIterable<SubscriptionMessage>;
  /** The position of the last event; of an empty log, a position before every event. */
  head(): Promise<Position>;
  /** The position of the last event recorded at or before the moment. */
  positionAt(moment: Instant): Promise<Position>;
  /** Fills an empty log, keeping the recorded times given. All or nothing. @throws {LogNotEmpty} */
  import(events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>): Promise<Position>;
  readonly checkpoints: CheckpointStore;
  /**
   * Another process says it has appended: look now, rather than at the next look. Absent where the store is told by its
   * server.
   */
  wake?(): void;
  close(): Promise<void>;
}
