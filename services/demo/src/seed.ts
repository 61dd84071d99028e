import type { EventStore, RecordedEvent } from '@panshi/event-store';
import { type Instant, OperatorError, type RegionCode } from '@panshi/kernel';
import type { Keys } from '@panshi/privacy';
import { passReactors } from '@panshi/read-model';
import type { ServiceDefinition } from '@panshi/service-kit';
import { demoAccounts, demoPassword } from './content/accounts.ts';
import { sealed } from './engine/sealing.ts';
import { followProgress, type OnProgress } from './progress.ts';
import { setStage } from './set-stage.ts';
import { tellHistory } from './story/history.ts';

/** Reports in the two years, at scale 1. */
const REPORTS = 10_000;

export interface HistoryOptions {
  /** Every service there is: their decisions make the history, their reactors and timers answer it. */
  readonly services: readonly ServiceDefinition[];
  /** When history ends: two years after it began. */
  readonly until: Instant;
  /** The same seed and end: the same events with the same ids, in the same order. */
  readonly seed?: number;
  /** Multiplies reports and their cases. */
  readonly scale?: number;
  /** Only these communities, for a smaller district; all of them unless told. */
  readonly communities?: readonly RegionCode[];
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Seeding was stopped on the way: the log is as empty as before. */
export class SeedingStopped extends OperatorError {
  override readonly name = 'SeedingStopped';
}

/**
 * Two years of a district's history as they are recorded: real events, decided by the real services in simulated time.
 * Nothing is sealed yet.
 */
export const history = (options: HistoryOptions): AsyncGenerator<RecordedEvent> => {
  const { services, until, seed = 320113, scale = 1, onProgress, signal, communities } = options;
  const stage = setStage({ services, until: Date.parse(until), seed, communities });
  tellHistory(stage, Math.round(REPORTS * scale));
  if (onProgress) followProgress(stage, Math.round(REPORTS * scale), onProgress);
  return stage.simulation.run(Date.parse(until), signal);
};

export interface SeedOptions extends HistoryOptions {
  /** An empty log. */
  readonly store: EventStore;
  readonly keys: Pick<Keys, 'keys' | 'credentials'>;
}

/**
 * Fills an empty log with the demo district and its history: all of it, or nothing.
 * @throws {SeedingStopped} when aborted @throws {LogNotEmpty}
 */
export const seedDemo = async ({ store, keys, ...options }: SeedOptions): Promise<void> => {
  const { services, signal } = options;
  try {
    await Promise.all(demoAccounts.map(({ username }) => keys.credentials.set(username, demoPassword)));
    const position = await store.import(sealed(history(options), keys.keys));
    await passReactors(
      store,
      services.flatMap(({ reactors }) => reactors),
      position,
    );
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new SeedingStopped(
      'Filling the demo district was stopped; nothing of it is kept. Start again to do it anew.',
    );
  }
};
