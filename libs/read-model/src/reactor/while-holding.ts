import { type Clock, systemClock } from '@panshi/async';
import type { EventStore, Lease } from '@panshi/event-store';
import { type Work, whileLeading } from '../while-leading.ts';
import type { Issuing } from './issuing.ts';

/** How one process of several runs a reactor or a timer. */
export interface RunOptions extends Omit<Issuing, 'clock'> {
  /** Names this process among those that could run it; unique. */
  readonly owner: string;
  readonly clock?: Clock;
  /** How long a lease lasts unless renewed, in milliseconds. */
  readonly leaseMs?: number;
}

/** Does the work whenever this process holds the lease of a checkpoint, until aborted. */
export const whileHolding = (
  { checkpoints }: Pick<EventStore, 'checkpoints'>,
  name: string,
  { owner, clock = systemClock, leaseMs: ttlMs = 10_000, onError }: RunOptions,
  signal: AbortSignal,
  work: Work,
): Promise<void> => {
  const leased = {
    acquire: (milliseconds: number) => checkpoints.acquire(name, owner, Math.trunc(milliseconds)),
    release: (lease: Lease) => checkpoints.release(lease),
  };
  return whileLeading(leased, { clock, ttlMs, onError }, signal, work);
};
