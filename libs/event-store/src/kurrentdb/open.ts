import type { EventStore } from '../port.ts';

export interface KurrentEventStoreOptions {
  /** `kurrentdb://user:password@host:2113?tls=true`, or several hosts, or `kurrentdb+discover://…`: as the client reads it. */
  readonly url: string;
  /** Milliseconds since 1970, as Date.now gives them. */
  readonly clock?: () => number;
  /** Name of the log (a-z, 0-9, -): several may live on one server, their streams under `<log>/`. By default `panshi`. */
  readonly log?: string;
  /** How long a write is tried again while the server does not answer, in milliseconds. */
  readonly patienceMs?: number;
}

/**
 * Opens the log on a KurrentDB server (23.10 or later). It connects when first asked, and again after every cut: no
 * server need be there yet.
 * @throws {RangeError} when the log's name is none @throws {Error} when the URL is none
 */
export const openKurrentEventStore = async (options: KurrentEventStoreOptions): Promise<EventStore> => {
  // Not before: gRPC takes a fifth of a second to load, which the embedded topology does not need.
  const { KurrentEventStore } = await import('./kurrent-event-store.ts');
  return new KurrentEventStore(options);
};
