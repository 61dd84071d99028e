import { walk, type PageSource } from './pages.ts';
import type { SubscribeOptions, SubscriptionMessage } from './port.ts';
import { ordinalOf, toPosition } from './position.ts';
import type { Wakeups } from './wakeups.ts';

export interface LiveSource extends PageSource {
  readonly wakeups: Wakeups;
  /** The ordinal of the last event. @throws {StoreUnavailable} once closed */
  lastOrdinal(): number;
}

/**
 * Catches up and stays: the subscription of every store that can say where its log ends and when that has changed.
 * It buffers one page, and reads on only as fast as its reader takes.
 */
export async function* follow(
  source: LiveSource,
  { after, ...filter }: SubscribeOptions,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionMessage> {
  let at = after === undefined ? 0 : ordinalOf(after);
  if (at > source.lastOrdinal()) throw new RangeError(`${after} lies beyond the end of the log: was it replaced?`);
  for (let caughtUp = false; !signal.aborted;) {
    for await (const page of walk(source, { ...filter, after: at, upTo: source.lastOrdinal() })) {
      for (const event of page.events) {
        if (signal.aborted) return;
        yield { kind: 'event', event };
      }
      at = page.reached;
      if (page.events.at(-1)?.position !== toPosition(at)) yield { kind: 'progress', position: toPosition(at) };
      if (signal.aborted) return;
    }
    if (source.lastOrdinal() > at) continue;
    if (!caughtUp) {
      caughtUp = true;
      yield { kind: 'caughtUp', position: toPosition(at) };
    } else await source.wakeups.next(signal);
  }
}
