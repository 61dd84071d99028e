import type { Principal } from '@panshi/contracts';
import { type EventStore, eventsBetween, type Position, type Recent } from '@panshi/event-store';
import type { LiveEntry } from './live-entry.ts';
import type { LivePast } from './live-past.ts';
import type { LiveTail } from './live-tail.ts';
import { sseFrame } from './sse-frame.ts';
import type { Writer } from '../streams/streams.ts';
import { visibleStreams, isVisibleTo } from './visible.ts';

/** Events a client may have missed and still resume; beyond, it reads anew. */
const mostMissed = 10_000;
/** Entries looked at before something is written, so that a write stays small. */
const entriesPerWrite = 128;
/** Entries passed over, after which a client is told how far it is: it need not have them read again if it resumes. */
const mostPassed = 1000;

/** What all clients share. */
export interface Live {
  readonly store: Pick<EventStore, 'head' | 'densePositions'>;
  readonly tail: LiveTail;
  readonly past: LivePast;
}

export interface LiveClientOptions extends Live {
  readonly principal: Principal;
  readonly writer: Writer;
  /** Where the client was; from now on, when absent. */
  readonly after: Position | undefined;
}

/**
 * What happens where a principal may look, sent to one client in order and once: first what it missed, read from the
 * log, then what the shared tail has. A client holds its place and nothing more; where it is too slow for what the tail
 * keeps, it is back to reading from the log.
 */
export class LiveClient {
  readonly #isVisible: (entry: LiveEntry) => boolean;
  readonly #streamPrefixes: readonly string[];
  #at: Position = '';
  /** Read from the log since the client was last up to date. */
  #read = 0;
  #passed = 0;
  #saidLive = false;
  #beats = 0;

  constructor(private readonly options: LiveClientOptions) {
    this.#isVisible = isVisibleTo(options.principal);
    this.#streamPrefixes = visibleStreams(options.principal);
  }

  /** Sends until aborted, or until the log is another one. @throws {SlowReader} */
  async run(signal: AbortSignal): Promise<void> {
    const { tail } = this.options;
    const recent = await tail.reached(signal);
    if (!recent) return;
    await this.#begin(recent, signal);
    while (!signal.aborted && tail.recent === recent) {
      const entries = recent.after(this.#at, entriesPerWrite);
      if (!entries) await this.#catchUp(recent.at, signal);
      else if (entries.length > 0) await this.#sendEntries(entries, entries.at(-1)!.position, signal);
      else await this.#waitForMore(recent.at, signal);
    }
  }

  async #begin({ at }: Recent<LiveEntry>, signal: AbortSignal): Promise<void> {
    const { after, store, tail } = this.options;
    this.#beats = tail.beats;
    if (after !== undefined && after > at && after > (await store.head())) await this.#reset(at, signal);
    else this.#at = after ?? at;
  }

  /** Its place is too far back, or in another log: it should load what it shows again. */
  async #reset(position: Position, signal: AbortSignal): Promise<void> {
    this.#at = position;
    this.#read = 0;
    await this.#send({ id: position, event: 'reset', data: { position } }, signal);
  }

  async #catchUp(upTo: Position, signal: AbortSignal): Promise<void> {
    const { store, past } = this.options;
    const missed = eventsBetween(store, this.#at, upTo) ?? this.#read;
    if (missed > mostMissed) return this.#reset(upTo, signal);
    const page = await past.page({ after: this.#at, upTo, streamPrefixes: this.#streamPrefixes });
    this.#read += page.entries.length;
    await this.#sendEntries(page.entries, page.reached, signal);
  }

  async #sendEntries(entries: readonly LiveEntry[], reached: Position, signal: AbortSignal): Promise<void> {
    this.#at = reached;
    const frames = entries.filter(this.#isVisible).map(({ frame }) => frame);
    this.#passed = frames.length > 0 ? 0 : this.#passed + entries.length;
    if (frames.length > 0)
      await this.options.writer.send(frames.length > 1 ? Buffer.concat(frames) : frames[0]!, signal);
    else if (this.#passed >= mostPassed) await this.#sendPosition(signal);
  }

  /** All is sent: says so once, sends its position with each heartbeat, and waits. */
  async #waitForMore(at: Position, signal: AbortSignal): Promise<void> {
    const { tail } = this.options;
    this.#at = at > this.#at ? at : this.#at;
    this.#read = 0;
    if (!this.#saidLive) {
      this.#saidLive = true;
      await this.#send({ id: this.#at, event: 'live', data: { position: this.#at } }, signal);
    } else if (this.#beats < tail.beats) {
      this.#beats = tail.beats;
      await this.#sendPosition(signal);
    } else await tail.nextChange(signal);
  }

  async #sendPosition(signal: AbortSignal): Promise<void> {
    this.#passed = 0;
    await this.#send({ id: this.#at }, signal);
  }

  #send(event: Parameters<typeof sseFrame>[0], signal: AbortSignal): Promise<void> {
    return this.options.writer.send(sseFrame(event), signal);
  }
}
