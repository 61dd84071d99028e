import { eventTypeFilter, type Filter, type PrefixesFilter, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { EventFilter } from '../port.ts';
import type { Names } from './names.ts';

/** A filter in two parts: what the server holds back, and what must be looked at here. */
export interface SplitFilter {
  /** The server's part. It compares prefixes, of stream names or of types: one of the two, so streams come first. */
  server(options?: Pick<PrefixesFilter, 'maxSearchWindow' | 'checkpointReached'>): Filter;
  /** Whether an event the server let through is asked for: types are compared whole, and other logs are left out. */
  passes(serverName: string, type: string): boolean;
  /** Whether a stream is one of this log's. */
  isOfTheLog(serverName: string): boolean;
}

export const splitFilter = (names: Names, { types, streamPrefixes }: EventFilter): SplitFilter => {
  const wanted = types && new Set(types);
  const prefixes = streamPrefixes?.map(names.of);
  const nothing = wanted?.size === 0 || prefixes?.length === 0;
  return {
    server: (options) => {
      if (nothing) return streamNameFilter({ ...options, prefixes: [names.nothing] });
      if (prefixes !== undefined || wanted === undefined)
        return streamNameFilter({ ...options, prefixes: prefixes ?? [names.prefix] });
      return eventTypeFilter({ ...options, prefixes: [...wanted] });
    },
    isOfTheLog: (serverName) => serverName.startsWith(names.prefix),
    passes: (serverName, type) =>
      !nothing &&
      serverName.startsWith(names.prefix) &&
      (wanted?.has(type) ?? true) &&
      (prefixes?.some((prefix) => serverName.startsWith(prefix)) ?? true),
  };
};
