import { binaryEvent } from '@kurrent/kurrentdb-client';
import { v5 } from 'uuid';
import type { LimitFunction } from '@panshi/async';
import type { DraftedEvent } from '../draft.ts';
import { sealEnvelope } from '../envelope.ts';
import type { AppendResult, NewEvent } from '../port.ts';
import type { Names } from './names.ts';
import { positionOf } from './server-positions.ts';
import type { ServerStreams } from './server-streams.ts';

/** An event ready for the server but for its time and version. */
export interface Outgoing {
  /** The server's id of it: one command with one body, sent twice, is one event; with another body it is another. */
  readonly serverId: string;
  readonly draft: DraftedEvent;
}

/** @throws {TypeError} when the event's id is no UUID */
export const outgoing = (event: NewEvent, commandId: string, draft: DraftedEvent): Outgoing => ({
  serverId: v5(`${commandId}\n${event.fingerprint}`, event.id),
  draft,
});

/** Sends appends to the leader, bounded in number, each at the exact version its envelopes carry. */
export class EventWriter {
  readonly #streams: ServerStreams;
  readonly #names: Names;
  readonly #limit: LimitFunction;

  constructor(streams: ServerStreams, names: Names, limit: LimitFunction) {
    this.#streams = streams;
    this.#names = names;
    this.#limit = limit;
  }

  /**
   * Appends after version `last` (undefined: to an absent stream); undefined when the stream is not there. The position
   * is left out where the server's answer does not give it for sure.
   * @param recordedAt asked for as the append goes out, so that times follow the order of sending
   */
  async write(
    stream: string,
    last: number | undefined,
    events: readonly Outgoing[],
    recordedAt: (i: number) => string,
  ): Promise<(Pick<AppendResult, 'version'> & Partial<AppendResult>) | undefined> {
    const first = last === undefined ? 0 : last + 1;
    const seal = ({ serverId, draft: [, type, head, tail] }: Outgoing, i: number) =>
      binaryEvent({ id: serverId, type, data: Buffer.from(sealEnvelope(head, recordedAt(i), tail, first + i)) });
    const [name, revision] = [this.#names.of(stream), last === undefined ? undefined : BigInt(last)];
    const written = await this.#limit(() => this.#streams.append(name, revision, () => events.map(seal)));
    if (!written) return undefined;
    const { position } = written;
    const isSure = position !== undefined && position.commit === position.prepare;
    return { version: first + events.length - 1, position: isSure ? positionOf(position) : undefined };
  }
}
