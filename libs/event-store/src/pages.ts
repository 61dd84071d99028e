import { setImmediate } from 'node:timers/promises';
import type { ReadFilter, RecordedEvent } from './port.ts';

/** A stretch of the log, `after` exclusive and `upTo` inclusive, as ordinals. */
export interface PageRequest extends ReadFilter {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

/** The events of a stretch that pass the filter, and how far it was looked at: less than asked when there is more. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  readonly reached: number;
}

export interface PageSource {
  page(request: PageRequest): Page;
}

/** A source that knows, for a filter, how far nothing passes: a place from `after` on, at most `upTo`. */
export interface SkippingSource extends PageSource {
  skip(stretch: Omit<PageRequest, 'limit'>): number;
}

const pageEvents = 512;
const widest = 65_536;

/**
 * Walks a stretch page by page, letting others run in between; the fewer events pass, the longer the strides, and over
 * what is known not to pass there are none.
 */
export async function* walk(
  source: PageSource & Partial<SkippingSource>,
  { after, upTo, ...filter }: Omit<PageRequest, 'limit'>,
  most = pageEvents,
): AsyncGenerator<Page> {
  const limit = Math.min(most, pageEvents);
  let width = pageEvents;
  let empty = true;
  for (let at = after; at < upTo;) {
    if (empty && source.skip) at = source.skip({ ...filter, after: at, upTo });
    const page = source.page({ ...filter, after: at, upTo: Math.min(at + width, upTo), limit });
    at = page.reached;
    empty = page.events.length === 0;
    yield page;
    width = page.events.length < limit / 2 ? Math.min(width * 2, widest) : width;
    if (at < upTo) await setImmediate();
  }
}
