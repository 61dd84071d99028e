import type { Lease, Position } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument } from './view.ts';
import type { ViewReader } from './view-reader.ts';

/** A document as written: with the position of the last event it has seen, so that a repeat changes nothing. */
export interface SeenDocument<Doc extends ViewDocument = ViewDocument> {
  readonly id: string;
  readonly seen: Position;
  /** Undefined: deleted; the tombstone stays until the checkpoint has passed `seen`. */
  readonly document: Doc | undefined;
}

/** An event whose fold failed for a document, kept until a fix refolds that document from there. */
export interface ParkedDocument {
  readonly view: string;
  readonly id: string;
  readonly position: Position;
  readonly error: string;
}

/** Where one view's documents, checkpoint and parked documents live. */
export interface ViewTable<Doc extends ViewDocument> extends ViewReader<Doc> {
  load(ids: readonly string[]): Promise<ReadonlyMap<string, SeenDocument<Doc>>>;
  /**
   * Writes documents, each only where the stored one has seen less, then the checkpoint.
   * @throws {LeaseLost} when another projector holds the view now; nothing is written.
   */
  write(documents: readonly SeenDocument<Doc>[], checkpoint: Position, lease: Lease): Promise<void>;
  checkpoint(): Promise<Position | undefined>;
  park(parked: ParkedDocument): Promise<void>;
  parked(): Promise<readonly ParkedDocument[]>;
  unpark(id: string): Promise<void>;
  acquire(owner: string, ttlMs: number): Promise<Lease | undefined>;
  release(lease: Lease): Promise<void>;
  /** SHA-256 over all documents in order of id, in canonical form: equal views are hash-equal. */
  hash(): Promise<string>;
  drop(): Promise<void>;
}

/** A database of views. Built anew from the log at will. */
export interface ViewStore {
  /** Opens (creating table and indexes first) the view at its version. */
  open<Doc extends ViewDocument>(view: ViewDefinition<Doc>): Promise<ViewTable<Doc>>;
  /** Views stored here: name, version and whether a lease is held. */
  list(): Promise<readonly { name: string; version: number; leased: boolean }[]>;
  close(): Promise<void>;
}
