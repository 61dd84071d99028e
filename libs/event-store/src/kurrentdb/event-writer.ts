import { binaryEvent, type KurrentDBClient, NO_STREAM, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { v5 } from 'uuid';
import type { LimitFunction } from '@panshi/async';
import type { DraftedEvent } from '../draft.ts';
import { sealEnvelope } from '../envelope.ts';
import type { AppendResult, NewEvent } from '../port.ts';
import type { Answers } from './answers.ts';
import type { Names } from './names.ts';
import { positionOf } from './server-positions.ts';

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

/** What a write came to: the receipt; its position is left out where the server's answer does not give it for sure. */
export type Written = Omit<AppendResult, 'position'> & Partial<Pick<AppendResult, 'position'>>;

/** Sends appends to the leader, bounded in number, each at the exact version its envelopes carry. */
export class EventWriter {
  readonly #client: KurrentDBClient;
  readonly #names: Names;
  readonly #limit: LimitFunction;
  readonly #answers: Answers;

  constructor(client: KurrentDBClient, answers: Answers, names: Names, limit: LimitFunction) {
    this.#client = client;
    this.#names = names;
    this.#limit = limit;
    this.#answers = answers;
  }

  /**
   * Appends after version `last` (undefined: to an absent stream); undefined when the stream is not there.
   * @param recordedAt asked for as the append goes out, so that times follow the order of sending
   */
  write(
    stream: string,
    last: number | undefined,
    events: readonly Outgoing[],
    recordedAt: (i: number) => string,
  ): Promise<Written | undefined> {
    const first = last === undefined ? 0 : last + 1;
    const streamState = last === undefined ? NO_STREAM : BigInt(last);
    const seal = ({ serverId, draft: [, type, head, tail] }: Outgoing, i: number) =>
      binaryEvent({ id: serverId, type, data: Buffer.from(sealEnvelope(head, recordedAt(i), tail, first + i)) });
    const send = () =>
      this.#client.appendToStream(this.#names.of(stream), events.map(seal), { streamState, requiresLeader: true });
    return this.#limit(async () => {
      try {
        const { success, position } = await this.#answers.to(send);
        if (!success) return undefined;
        const version = first + events.length - 1;
        return position?.commit === position?.prepare
          ? { version, position: position && positionOf(position) }
          : { version };
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) return undefined;
        throw error;
      }
    });
  }
}
