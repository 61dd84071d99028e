import type { EventOf, EventType } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type { Schema } from 'mongoose';

/** A recorded event whose data is known by its type. */
export type Typed<T extends EventType> = T extends EventType
  ? Omit<RecordedEvent, 'type' | 'data'> & EventOf<T>
  : never;

/** A document of a view. `_id` is its key; `_version` the version of the one stream behind it, where there is one. */
export interface ViewDocument {
  readonly _id: string;
  readonly _version?: number;
}

/**
 * A read model as a pure fold: which events, which documents each touches, and how a document follows. From it come
 * the live view, rebuilds, blue/green by `version`, and any past moment.
 */
export interface ViewDefinition<Doc extends ViewDocument = ViewDocument, T extends EventType = EventType> {
  readonly name: string;
  /** Raised whenever schema, keys or evolve change: the new one is built beside the old. */
  readonly version: number;
  /** Fields and indexes; with MongoDB it is the model, with SQLite it declares the table's expression indexes. */
  readonly schema: Schema;
  /**
   * Fields of one value each, few of them distinct, by which a store may count documents as they change. A total, and
   * facets of these fields, then cost the same however many documents there are, where the filter names these fields
   * only and asks neither `$exists` nor for a text or a box; else the documents that match are counted, one by one.
   */
  readonly counted?: readonly string[];
  readonly from: readonly T[];
  /** Ids of the documents an event touches. */
  keys(event: Typed<T>): readonly string[];
  /** The document after the event; undefined deletes it. Must not read clock, randomness or anything but its arguments. */
  evolve(document: Doc | undefined, event: Typed<T>, id: string): Doc | undefined;
  /** Text to search in: its Chinese bigrams and words are kept in `_terms`. Never a personal field. */
  text?(document: Doc): string;
}

export const defineView = <Doc extends ViewDocument, const T extends EventType>(
  definition: ViewDefinition<Doc, T>,
): ViewDefinition<Doc, T> => definition;
