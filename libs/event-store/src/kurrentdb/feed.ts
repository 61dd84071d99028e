import type { AllStreamResolvedEvent, KurrentDBClient, Position as Place } from '@kurrent/kurrentdb-client';
import type { Position } from '../port.ts';
import { serverPositionOf } from './server-positions.ts';
import type { SplitFilter } from './split-filter.ts';

/** What the server sends to who follows the log, in its order. */
export type Fed =
  AllStreamResolvedEvent | { readonly checkpoint: Place } | { readonly sign: 'caughtUp' | 'fellBehind' };

/**
 * One catch-up subscription of the server's: ends when aborted or when the server ends it, and buffers what the
 * client's stream does (16 messages).
 * @param window records the server looks at in one go; when live, it tells how far it has looked as often
 */
export async function* feed(
  client: KurrentDBClient,
  { after, filter, window }: { after: Position; filter: SplitFilter; window: number },
  signal: AbortSignal,
): AsyncGenerator<Fed> {
  // Checkpoints and signs go through the stream of events, or they would overtake events that are buffered in it.
  const subscription = client.subscribeToAll({
    fromPosition: serverPositionOf(after),
    requiresLeader: true,
    filter: filter.server({ maxSearchWindow: window, checkpointReached: (_, checkpoint) => put({ checkpoint }) }),
  });
  const put = (fed: Fed): void => void subscription.push(fed);
  subscription.on('caughtUp', () => put({ sign: 'caughtUp' }));
  subscription.on('fellBehind', () => put({ sign: 'fellBehind' }));
  // The client tells of a cut connection even after nobody listens any more.
  subscription.on('error', () => undefined);
  const stop = () => subscription.destroy();
  signal.addEventListener('abort', stop);
  try {
    if (!signal.aborted) yield* subscription as AsyncIterable<Fed>;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    subscription.unsubscribe().catch(() => undefined);
  }
}
