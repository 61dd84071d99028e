import { type LimitFunction, pLimit } from '@panshi/async';
import type { ViewStore } from '../view-store.ts';

/** Rebuilds hold many documents in memory, so only a few run at a time in one process, however many views start. */
const rebuildsAtATime = 2;
const limits = new WeakMap<ViewStore, LimitFunction>();

/** Runs a rebuild of a view of this store once fewer than the most are running. */
export const rebuildLimit = (views: ViewStore): LimitFunction => {
  const limit = limits.get(views) ?? pLimit(rebuildsAtATime);
  limits.set(views, limit);
  return limit;
};
