import type { Permission } from '../authority/permissions.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';
import type { FieldsType } from '../vocabulary/field.ts';
import type { Principal } from './principal.ts';
import { Registry } from './registry.ts';
import type { StreamType } from './stream.ts';

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
  /**
   * Of one thing: the kind of the stream that commands on it are decided on, whose key the answer holds. Its version is
   * the answer's ETag, for a command's `If-Match`.
   */
  readonly stream?: StreamType;
  /** Holds nothing of anybody: may be kept by its reader, and asked for again before it is used. */
  readonly impersonal?: true;
  /**
   * The field without which such an answer is of the edition in effect: as another takes effect it changes by the clock, and
   * its version does not.
   */
  readonly byClockWithout?: string;
}

export type QueryType<Q extends object = object> = FieldsType<Q>;

const queries = new Registry<QueryOptions>('query');

/** Declares a class as a query of a service. The decorators of its fields say what is valid. */
export const queryOf =
  (service: string) =>
  (zh: string, en: string, options: Omit<QueryOptions, 'service' | 'summary'>) =>
  (type: QueryType): void =>
    queries.declare(type, { ...options, service, summary: { zh, en } });

/** @throws {TypeError} when the class is no query. */
export const queryOptions = (type: QueryType): QueryOptions => queries.optionsOf(type);

/** Every query known, or those of one service, in order of declaration. */
export const allQueries = (service?: string): readonly QueryType[] => queries.all(service);

export const querySubject = (type: QueryType): string => queries.subjectOf(type);

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
