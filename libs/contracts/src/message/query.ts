import type { Permission } from '../authority/permissions.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';
import type { FieldsType } from '../vocabulary/field.ts';
import type { Principal } from './principal.ts';

/** What everything else reads of a query. Queries are always GET. */
export interface QueryOptions {
  readonly service: string;
  readonly route: `GET /${string}`;
  readonly permission: Permission;
  /** The views it reads: `after=` waits for all of them, `asOf=` folds them up to that moment. */
  readonly views: readonly string[];
  readonly summary: Bilingual;
  /** The class of its answer: of one thing, or `pageOf` a class. */
  readonly answer: FieldsType;
}

export interface QueryType<Q extends object = object> {
  new (): Q;
}

const metadata = new Map<QueryType, QueryOptions>();

/** Declares a class as a query. The decorators of its fields say what is valid. */
export const Query =
  (options: QueryOptions) =>
  (type: QueryType): void => {
    metadata.set(type, options);
  };

/** @throws {TypeError} when the class is no query. */
export const queryOptions = (type: QueryType): QueryOptions => {
  const options = metadata.get(type);
  if (!options) throw new TypeError(`${type.name} has no @Query`);
  return options;
};

export const queriesOf = (service: string): readonly QueryType[] =>
  [...metadata].filter(([, options]) => options.service === service).map(([type]) => type);

/** Every query known, in order of declaration. */
export const allQueries = (): readonly QueryType[] => [...metadata.keys()];

export const querySubject = (type: QueryType): string => `panshi.${queryOptions(type).service}.query.${type.name}`;

/** A query on its way to the service that owns its views. */
export interface QueryEnvelope<Q extends object = object> {
  readonly query: Q;
  readonly correlationId: string;
  readonly principal: Principal;
  /** Wait until the views have passed this position (read your own writes). */
  readonly after?: string;
  /** Answer as of this past position or instant. */
  readonly asOf?: string;
  readonly deadline: number;
}

/** A query's answer: what it found, and the position its views had reached. */
export interface QueryAnswer {
  readonly body: unknown;
  /** The oldest position of the views read. */
  readonly position: string;
  /** Version of the one stream behind a single document: the answer's ETag. */
  readonly version?: number;
}
