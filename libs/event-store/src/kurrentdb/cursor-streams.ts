import { BACKWARDS, END, jsonEvent, NO_STREAM, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import type { Position } from '../port.ts';
import type { StoreParts } from './store-parts.ts';

/** The state of one cursor, whole in each event. A released lease has no owner (the empty text). */
export type Cursor = Readonly<{ owner: string; fence: number; expiresAt: number; position?: Position }>;

/** A state, and the revision it was written at. */
export interface Held {
  readonly cursor: Cursor;
  readonly revision: bigint;
}

/** Of older states nobody reads any: the server drops all but these few when it scavenges. */
const maxCount = 4;

/** Cursors in streams of their own. */
export class CursorStreams {
  readonly #parts: Pick<StoreParts, 'client' | 'answers' | 'pages' | 'names'>;

  constructor(parts: Pick<StoreParts, 'client' | 'answers' | 'pages' | 'names'>) {
    this.#parts = parts;
  }

  async read(name: string): Promise<Held | undefined> {
    const stream = this.#parts.names.checkpoint(name);
    const asked = { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader: true } as const;
    const [last] = await this.#parts.pages.page((client) => client.readStream(stream, asked));
    return last && { cursor: last.event!.data as Cursor, revision: last.event!.revision };
  }

  /** Writes a state after the one it was decided on; undefined when another was written meanwhile. */
  async write(name: string, decidedOn: Held | undefined, cursor: Cursor): Promise<Held | undefined> {
    const { client, answers, names } = this.#parts;
    const stream = names.checkpoint(name);
    const options = { streamState: decidedOn?.revision ?? NO_STREAM, requiresLeader: true } as const;
    if (decidedOn === undefined)
      await answers.to(() => client.setStreamMetadata(stream, { maxCount }, { requiresLeader: true }));
    try {
      const event = jsonEvent({ type: 'cursor', data: cursor });
      const { success, nextExpectedRevision } = await answers.to(() => client.appendToStream(stream, event, options));
      return success ? { cursor, revision: nextExpectedRevision } : undefined;
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return undefined;
      throw error;
    }
  }
}
