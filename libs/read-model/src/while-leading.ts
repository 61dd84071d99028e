import { type Lease, LeaseLost } from '@panshi/event-store';
import { type Clock, retryAfterMs } from '@panshi/async';

/** Something that one process at a time may do. */
export interface Leased {
  acquire(ttlMs: number): Promise<Lease | undefined>;
  release(lease: Lease): Promise<void>;
}

/** What is done while the lease is held; it ends when the signal is aborted. */
export type Work = (lease: Lease, signal: AbortSignal) => Promise<void>;

export interface LeadOptions {
  readonly clock: Clock;
  /** How long a lease lasts unless renewed, and so how long a crash delays the next holder; in milliseconds. */
  readonly ttlMs: number;
  readonly onError: (error: unknown) => void;
}

/** Renews until aborted; says when the lease went to somebody else. A store that does not answer is asked again. */
const renewLease = async (
  leased: Leased,
  lease: Lease,
  { clock, ttlMs, onError }: LeadOptions,
  signal: AbortSignal,
  lost: () => void,
): Promise<void> => {
  for (;;) {
    await clock.sleep(ttlMs / 3, signal);
    if (signal.aborted) return;
    try {
      const renewed = await leased.acquire(ttlMs);
      if (renewed?.fence !== lease.fence) return lost();
    } catch (error) {
      onError(error);
    }
  }
};

const withLease = async (
  leased: Leased,
  lease: Lease,
  options: LeadOptions,
  signal: AbortSignal,
  work: Work,
): Promise<void> => {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const renewing = renewLease(leased, lease, options, either, () => over.abort());
  try {
    await work(lease, either);
  } finally {
    over.abort();
    await renewing;
    await leased.release(lease).catch(options.onError);
  }
};

/**
 * Does the work whenever this process holds the lease, until aborted: waits for the lease, renews it, stops the work
 * when it is lost, and begins anew, later and later, after an error.
 */
export const whileLeading = async (
  leased: Leased,
  options: LeadOptions,
  signal: AbortSignal,
  work: Work,
): Promise<void> => {
  const { clock, ttlMs, onError } = options;
  let failures = 0;
  while (!signal.aborted) {
    const started = clock.now();
    try {
      const lease = await leased.acquire(ttlMs);
      if (lease) await withLease(leased, lease, options, signal, work);
      if (!signal.aborted) await clock.sleep(ttlMs / 3, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof LeaseLost)) onError(error);
      failures = clock.now() - started > ttlMs ? 1 : failures + 1;
      await clock.sleep(retryAfterMs(failures), signal);
    }
  }
};
