import { DuplicateEvent, UnusableStore, WrongExpectedVersion } from '../errors.ts';
import { meets } from '../expected.ts';
import type { AppendResult } from '../port.ts';
import type { AppendRequest } from './append-request.ts';
import { retryWrite } from './faults.ts';
import type { StoreParts } from './store-parts.ts';

/**
 * Appends at exact versions, whatever is expected: a version is part of the envelope. Where the server says that the
 * stream is elsewhere, what is new in it is read from the leader and the append is judged again.
 */
export class Appender {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  append(request: AppendRequest): Promise<AppendResult> {
    const { turns, patienceMs } = this.#parts;
    return turns.take(request.stream, () => retryWrite(patienceMs, (again) => this.#attempt(request, again)));
  }

  async #attempt(request: AppendRequest, again: boolean): Promise<AppendResult> {
    const { stream, expect } = request;
    for (;;) {
      const receipt = await this.#repeated(request);
      if (receipt !== undefined) return receipt;
      const actual = this.#parts.known.last(stream);
      const met = meets(expect, actual);
      const written = met ? await this.#write(request, actual, again) : undefined;
      if (written !== undefined) return written;
      if (await this.#catchUp(stream)) continue;
      if (!met) throw new WrongExpectedVersion(stream, expect, actual);
      throw new UnusableStore(`stream ${stream} was cut or deleted on the server: restore it`);
    }
  }

  async #write({ stream, outgoing, events }: AppendRequest, last: number | undefined, again: boolean) {
    const { reader, writer, known, clock, marks } = this.#parts;
    await clock.begin(() => reader.last());
    let at = '';
    const written = await writer.write(stream, last, outgoing, () => (at ||= clock.stamp()));
    if (written === undefined) return undefined;
    const { version } = written;
    for (const [i, { id }] of events.entries()) known.learn(stream, version - events.length + 1 + i, id);
    // A repetition may be answered for the first time it was sent, with another event's position.
    const position = again ? undefined : written.position;
    const result = { version, position: position ?? (await this.#positionOf(stream, version)) };
    marks.note({ position: result.position, recordedAt: at }, events.length);
    return result;
  }

  /** The first receipt, when these very events were appended to this stream by this command before. */
  async #repeated({ stream, events, commandId }: AppendRequest): Promise<AppendResult | undefined> {
    const found = events.map(({ id }) => this.#parts.known.find(id));
    const first = found.find((place) => place !== undefined);
    if (first === undefined) return undefined;
    if (found.every((place, i) => place?.stream === stream && place.version === found[0]!.version + i)) {
      const [from, to] = [first.version, first.version + events.length - 1];
      const recorded = await this.#parts.reader.range(stream, from, to);
      const same = recorded.every((event, i) => {
        return event.commandId === commandId && event.fingerprint === events[i]!.fingerprint;
      });
      if (same) return { version: to, position: recorded.at(-1)!.position };
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

  async #positionOf(stream: string, version: number): Promise<string> {
    const [event] = await this.#parts.reader.range(stream, version, version);
    if (event === undefined) throw new UnusableStore(`event ${version} of ${stream} is gone from the server`);
    return event.position;
  }
}
