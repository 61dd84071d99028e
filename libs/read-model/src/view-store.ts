import type { Lease, Position } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument } from './view.ts';
import type { ViewReader } from './view-reader.ts';

/** A document as written: with the position of the last event it has seen, so that a repeat changes nothing. */
export interface SeenDocument<Doc extends ViewDocument = ViewDocument> {
  readonly id: string;
  readonly seen: Position;
  /** Undefined: deleted; the tombstone stays at least until the checkpoint has passed `seen`. */
  readonly document: Doc | undefined;
}

/** An event whose fold failed for a document, kept until a fix refolds that document from there. */
export interface ParkedDocument {
  readonly view: string;
  readonly id: string;
  /** The event that failed. */
  readonly position: Position;
  /** Where to refold from, exclusive: the event of this view before it; undefined for the beginning of the log. */
  readonly after: Position | undefined;
  readonly error: string;
}

/** How far a view is, and by what its log can be told from another: a text of the projector's, opaque to the store. */
export interface Witnessed {
  readonly checkpoint: Position;
  readonly witness: string;
}

/** Where one view's documents, checkpoint and parked documents live. */
export interface ViewTable<Doc extends ViewDocument> extends ViewReader<Doc> {
  load(ids: readonly string[]): Promise<ReadonlyMap<string, SeenDocument<Doc>>>;
  /**
   * Writes documents, each only where the stored one has seen less, then the checkpoint, and in one with it the witness:
   * by what its log can be told from another. Without one, and where the checkpoint would go back, the stored one stays.
   * @throws {LeaseLost} when another projector holds the view now; nothing is written. Where it was lost in the middle,
   * a store without transactions may have written documents, which are right: what they have seen is folded in.
   */
  write(documents: readonly SeenDocument<Doc>[], checkpoint: Position, lease: Lease, witness?: string): Promise<void>;
  checkpoint(): Promise<Position | undefined>;
  /** Checkpoint and witness as they were stored together, read at once; undefined while there are not both. */
  witnessed(): Promise<Witnessed | undefined>;
  /**
   * Builds the indexes, once the first load is complete: loading without them is much faster.
   * @throws {LeaseLost}
   */
  index(lease: Lease): Promise<void>;
  /** Whether the first load is complete and indexed. */
  indexed(): Promise<boolean>;
  park(parked: ParkedDocument): Promise<void>;
  parked(): Promise<readonly ParkedDocument[]>;
  unpark(id: string): Promise<void>;
  acquire(owner: string, ttlMs: number): Promise<Lease | undefined>;
  release(lease: Lease): Promise<void>;
  /** The owner of the lease while it lasts, unless that process is known to have ended. */
  keeper(): Promise<string | undefined>;
  /**
   * Takes over all that another view of this store holds, of the same version, fields and indexes: documents, parked
   * documents, checkpoint and witness, at once for every reader. The other view ends. Readers of another process may
   * for a second be told {@link StoreUnavailable}, never a mixture. @throws {LeaseLost} of either; nothing is changed
   */
  replaceBy(name: string, itsLease: Lease, lease: Lease): Promise<void>;
  /** SHA-256 over all documents in order of id, in canonical form: equal views are hash-equal. */
  hash(): Promise<string>;
  drop(): Promise<void>;
}

/** A view that a store holds. */
export interface StoredView {
  readonly name: string;
  readonly version: number;
  /** Whether a projector keeps it; for a minute longer when that died without releasing its lease. */
  readonly leased: boolean;
}

/** A database of views. Built anew from the log at will. */
export interface ViewStore {
  /** Opens the view at its version, creating its table first. */
  open<Doc extends ViewDocument>(view: ViewDefinition<Doc>): Promise<ViewTable<Doc>>;
  list(): Promise<readonly StoredView[]>;
  /** Drops a view whose definition is no longer at hand, as {@link ViewTable.drop} does. */
  drop(name: string, version: number): Promise<void>;
  close(): Promise<void>;
}
