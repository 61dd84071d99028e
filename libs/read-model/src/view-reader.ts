import type { Page } from '@panshi/contracts';
import type { Position } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument } from './view.ts';

/** What a field is compared with. */
export type Scalar = string | number | boolean | null;

/** The operators of a field's condition: a subset of MongoDB's, meaning the same on every adapter. */
export interface Condition {
  readonly $eq?: Scalar;
  readonly $ne?: Scalar;
  readonly $gt?: Scalar;
  readonly $gte?: Scalar;
  readonly $lt?: Scalar;
  readonly $lte?: Scalar;
  readonly $in?: readonly Scalar[];
  readonly $nin?: readonly Scalar[];
  readonly $exists?: boolean;
  /** Text that begins with this: a territory is a code prefix. */
  readonly $prefix?: string;
}

/** Field paths (dotted) to a value or condition; an array field matches when any of its items does. */
export interface Filter {
  readonly [path: string]: Scalar | Condition | readonly Filter[] | undefined;
  readonly $and?: readonly Filter[];
  readonly $or?: readonly Filter[];
}

/** South-west and north-east corner, degrees, against a document's `lon`/`lat` below `field`. */
export interface BoundingBox {
  readonly field: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface FindOptions {
  readonly filter?: Filter;
  /** Chinese or Latin text that the document's text must contain. */
  readonly text?: string;
  readonly within?: BoundingBox;
  /** Field to direction, 1 or -1; ties are broken by `_id`. */
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
  readonly cursor?: string;
  /** Of a view of the past: its position. A cursor goes on at that moment and no other. */
  readonly asOf?: Position;
  /** Count all that match. */
  readonly total?: boolean;
  /** Fields whose values are counted over all that match. */
  readonly facets?: readonly string[];
}

/** Reads one view, live or as of a past moment. @throws {Rejection} `view.bad-cursor`, `view.bad-filter` */
export interface ViewReader<Doc extends ViewDocument> {
  get(id: string): Promise<Doc | undefined>;
  find(options?: FindOptions): Promise<Page<Doc>>;
  count(filter?: Filter): Promise<number>;
}

/** Gives the reader of a view, at the moment the query at hand is asked for. */
export interface Views {
  of<Doc extends ViewDocument>(view: ViewDefinition<Doc>): ViewReader<Doc>;
}
