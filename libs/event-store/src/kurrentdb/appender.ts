import { draftAppend } from '../draft.ts';
import { DuplicateEvent, UnusableStore, WrongExpectedVersion } from '../errors.ts';
import { meets } from '../expected.ts';
import type { AppendOptions, AppendResult, NewEvent, RecordedEvent } from '../port.ts';
import { type EventWriter, type Outgoing, outgoing } from './event-writer.ts';
import { persist } from './faults.ts';
import type { KnownStreams } from './known-streams.ts';
import type { LogClock } from './log-clock.ts';
import type { LogReader } from './reader.ts';
import type { TimeMarks } from './time-marks.ts';
import type { Turns } from './turns.ts';

interface Append extends AppendOptions {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly outgoing: readonly Outgoing[];
}

/** What an appender works with. */
export interface AppenderParts {
  readonly reader: LogReader;
  readonly writer: EventWriter;
  readonly known: KnownStreams;
  readonly clock: LogClock;
  readonly marks: TimeMarks;
  readonly turns: Turns;
  readonly patienceMs: number;
}

/**
 * Appends at exact versions, whatever is expected: a version is part of the envelope. Where the server says that the
 * stream is elsewhere, what is new in it is read from the leader and the append is judged again.
 */
export class Appender {
  readonly #parts: AppenderParts;
  #end: Promise<unknown> | undefined;

  constructor(parts: AppenderParts) {
    this.#parts = parts;
  }

  /** @throws {TypeError | EventTooLarge} at once, before anything is sent */
  append(stream: string, events: readonly NewEvent[], options: AppendOptions): Promise<AppendResult> {
    const { events: drafts } = draftAppend(stream, options.commandId, events);
    const ready = events.map((event, i) => outgoing(event, options.commandId, drafts[i]!));
    const twice = events.find(({ id }, i) => events.findIndex((event) => event.id === id) !== i);
    if (twice !== undefined) throw new DuplicateEvent(`event ${twice.id} comes twice in one append`);
    const append = { ...options, stream, events, outgoing: ready };
    return this.#parts.turns.inTurn(stream, () =>
      persist(this.#parts.patienceMs, (again) => this.#attempt(append, again)),
    );
  }

  async #attempt(append: Append, again: boolean): Promise<AppendResult> {
    const { stream, expect } = append;
    const { known } = this.#parts;
    for (;;) {
      const receipt = await this.#repeated(append);
      if (receipt !== undefined) return receipt;
      const actual = known.last(stream);
      const met = meets(expect, actual);
      const written = met ? await this.#write(append, actual, again) : undefined;
      if (written !== undefined) return written;
      if (await this.#catchUp(stream)) continue;
      if (!met) throw new WrongExpectedVersion(stream, expect, actual);
      throw new UnusableStore(`stream ${stream} was cut or deleted on the server: restore it`);
    }
  }

  async #write({ stream, outgoing, events }: Append, last: number | undefined, again: boolean) {
    const { writer, known, clock, marks } = this.#parts;
    await this.#seeTheEnd();
    let at = '';
    const written = await writer.write(stream, last, outgoing, () => (at ||= clock.stamp()));
    if (written === undefined) return undefined;
    for (const [i, { id }] of events.entries()) known.learn(stream, written.version - events.length + 1 + i, id);
    const { version } = written;
    // A repetition may be answered for the first time it was sent, with another event's position.
    const position = again ? undefined : written.position;
    const result = { version, position: position ?? (await this.#eventAt(stream, version)).position };
    marks.note({ position: result.position, recordedAt: at }, events.length);
    return result;
  }

  /** The first receipt, when these very events were appended to this stream by this command before. */
  async #repeated({ stream, events, commandId }: Append): Promise<AppendResult | undefined> {
    const found = events.map(({ id }) => this.#parts.known.find(id));
    const first = found.find((place) => place !== undefined);
    if (first === undefined) return undefined;
    if (found.every((place, i) => place?.stream === stream && place.version === found[0]!.version + i)) {
      const range = { from: first.version, to: first.version + events.length - 1 };
      const recorded = await this.#parts.reader.range(stream, range);
      const same = recorded.every(
        (event, i) => event.commandId === commandId && event.fingerprint === events[i]!.fingerprint,
      );
      if (same) return { version: range.to, position: recorded.at(-1)!.position };
    }
    throw new DuplicateEvent(`event ${events[found.indexOf(first)]!.id} is in the log already`);
  }

  /** Learns what is new in the stream; whether there was anything. */
  async #catchUp(stream: string): Promise<boolean> {
    const { known, reader } = this.#parts;
    const before = known.last(stream);
    const from = before === undefined ? 0 : before + 1;
    for await (const { version, id } of reader.stream(stream, { from })) known.learn(stream, version, id);
    return known.last(stream) !== before;
  }

  async #eventAt(stream: string, version: number): Promise<RecordedEvent> {
    const [event] = await this.#parts.reader.range(stream, { from: version, to: version });
    if (event === undefined) throw new UnusableStore(`event ${version} of ${stream} is gone from the server`);
    return event;
  }

  /** Before the first write: the clock must not go back behind the last event of an earlier process. */
  async #seeTheEnd(): Promise<void> {
    this.#end ??= this.#parts.reader.last();
    try {
      await this.#end;
    } catch (error) {
      this.#end = undefined;
      throw error;
    }
  }
}
