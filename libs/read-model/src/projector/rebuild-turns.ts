import { Turns } from '../turns.ts';
import type { ViewStore } from '../view-store.ts';

/** Rebuilds hold many documents in memory, so only a few run at a time in one process, however many views start. */
const rebuildsAtATime = 2;
const turns = new WeakMap<ViewStore, Turns>();

/** The turns in which the views of a store are rebuilt. */
export const turnsOf = (views: ViewStore): Turns => {
  const known = turns.get(views) ?? new Turns(rebuildsAtATime);
  turns.set(views, known);
  return known;
};
