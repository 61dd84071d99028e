import type { LiveSource } from './follow.ts';
import { type SkippingSource, walk } from './pages.ts';
import type { ReadAllOptions, RecordedEvent } from './port.ts';
import { ordinalOf } from './position.ts';

/** Reads what the log held when reading began; what comes meanwhile is left to the next reader. */
export async function* readAll(
  source: Pick<LiveSource, 'page' | 'lastOrdinal'> & Partial<SkippingSource>,
  { after, upTo, limit = Number.MAX_SAFE_INTEGER, ...filter }: ReadAllOptions,
): AsyncGenerator<RecordedEvent> {
  const end = Math.min(source.lastOrdinal(), upTo === undefined ? Number.MAX_SAFE_INTEGER : ordinalOf(upTo));
  const start = after === undefined ? 0 : ordinalOf(after);
  let left = limit;
  if (left <= 0) return;
  for await (const page of walk(source, { ...filter, after: start, upTo: end }, limit)) {
    for (const event of page.events) {
      yield event;
      if (--left <= 0) return;
    }
  }
}
