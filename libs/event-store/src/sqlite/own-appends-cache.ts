import type { DraftedEvent } from '../draft.ts';
import { parseEnvelope, sealEnvelope } from '../envelope.ts';
import { eventMatcher } from '../follower/filters.ts';
import type { Page, PageRequest, PageSource } from '../pages.ts';
import type { RecordedEvent } from '../port.ts';
import { toPosition } from '../position.ts';
import type { Receipt } from './protocol.ts';

interface Appended {
  readonly type: string;
  readonly stream: string;
  /** The envelope as it was recorded. */
  envelope(): string;
}

const kept = 2048;

/**
 * Pages of the log, from memory where this process has appended their events lately, so that its own followers need not
 * read them back. Only events that follow each other in the log without a gap are taken from memory: where another
 * process appended in between, the log is read.
 */
export class OwnAppendsCache implements PageSource {
  readonly #log: PageSource;
  /** By ordinal, the oldest first. */
  readonly #events = new Map<number, Appended>();

  constructor(log: PageSource) {
    this.#log = log;
  }

  /** An append that repeats an earlier one adds nothing. */
  note(stream: string, drafts: readonly DraftedEvent[], [version, ordinal, recordedAt]: Receipt): void {
    if (recordedAt === undefined) return;
    for (const [i, [, type, head, tail]] of drafts.entries()) {
      const back = drafts.length - 1 - i;
      const envelope = (): string => sealEnvelope(head, new Date(recordedAt).toISOString(), tail, version - back);
      this.#events.set(ordinal - back, { type, stream, envelope });
    }
    for (const oldest of this.#events.keys()) {
      if (this.#events.size <= kept) break;
      this.#events.delete(oldest);
    }
  }

  page(request: PageRequest): Page {
    const { after, upTo, limit } = request;
    const passes = eventMatcher(request);
    const events: RecordedEvent[] = [];
    let at = after;
    for (; at < upTo && events.length < limit; at++) {
      const next = this.#events.get(at + 1);
      if (!next) break;
      if (passes(next)) events.push(parseEnvelope(next.envelope(), toPosition(at + 1)));
    }
    return at > after ? { events, reached: at } : this.#log.page(request);
  }
}
