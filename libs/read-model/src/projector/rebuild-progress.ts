import { ordinalOf, type Position } from '@panshi/event-store';
import type { Clock } from '@panshi/async';
import type { ViewDefinition } from '../view.ts';

/** How far a rebuild is. */
export interface RebuildProgress {
  readonly view: string;
  readonly version: number;
  /** `placing`: all is folded; documents and indexes are still being written, and then it takes its place. */
  readonly stage: 'folding' | 'placing';
  /** Events folded in this run. */
  readonly events: number;
  /** How many this run will have folded at its end: an estimate by the log's positions. */
  readonly total: number;
  /** As of late. */
  readonly eventsPerSecond: number;
  /** Until all is folded, at that rate. */
  readonly secondsLeft: number;
  readonly position: Position;
}

export type Report = (stage: RebuildProgress['stage'], events: number, position: Position) => void;

interface Reported {
  readonly view: Pick<ViewDefinition, 'name' | 'version'>;
  readonly from: Position | undefined;
  readonly upTo: Position;
  readonly clock: Pick<Clock, 'now'>;
  readonly onProgress?: ((progress: RebuildProgress) => void) | undefined;
}

const reportMs = 500;

const share = (position: Position, from: Position | undefined, to: Position): number => {
  const start = from === undefined ? 0 : ordinalOf(from);
  const all = ordinalOf(to) - start;
  return all > 0 ? (ordinalOf(position) - start) / all : 1;
};

/** Tells twice a second how far a rebuild is, and at once when all is folded. */
export const reporter = ({ view, from, upTo, clock, onProgress }: Reported): Report => {
  let last = { at: clock.now(), events: 0 };
  let rate: number | undefined;
  return (stage, events, position) => {
    const now = clock.now();
    if (!onProgress || (stage === 'folding' && now - last.at < reportMs)) return;
    const [added, seconds] = [events - last.events, (now - last.at) / 1000];
    if (seconds > 0 && added > 0) rate = rate === undefined ? added / seconds : (rate + added / seconds) / 2;
    last = { at: now, events };
    const done = share(position, from, upTo);
    const total = stage === 'folding' && done > 0 ? Math.round(events / done) : events;
    const [eventsPerSecond, { name, version }] = [rate ?? 0, view];
    const secondsLeft = rate === undefined ? 0 : (total - events) / rate;
    onProgress({ view: name, version, stage, events, total, eventsPerSecond, secondsLeft, position });
  };
};
