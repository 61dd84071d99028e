import { BACKWARDS, END, jsonEvent } from '@kurrent/kurrentdb-client';
import type { Position } from '../port.ts';
import type { Names } from './names.ts';
import type { ServerStreams } from './server-streams.ts';

/** The state of one cursor, whole in each event. A released lease has no owner (the empty text). */
export type Cursor = Readonly<{ owner: string; fence: number; expiresAt: number; position?: Position }>;

/** A state, and the revision it was written at. */
export interface CursorAtRevision {
  readonly cursor: Cursor;
  readonly revision: bigint;
}

const statesKept = 4;

/** Cursors in streams of their own. */
export class CursorStreams {
  readonly #streams: ServerStreams;
  readonly #names: Names;

  constructor({ streams, names }: { readonly streams: ServerStreams; readonly names: Names }) {
    this.#streams = streams;
    this.#names = names;
  }

  async read(name: string): Promise<CursorAtRevision | undefined> {
    const asked = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const [last] = await this.#streams.read(this.#names.checkpoint(name), asked);
    return last && { cursor: last.data as Cursor, revision: last.revision };
  }

  /** Writes a state after the one it was decided on; undefined when another was written meanwhile. */
  async write(
    name: string,
    decidedOn: CursorAtRevision | undefined,
    cursor: Cursor,
  ): Promise<CursorAtRevision | undefined> {
    const stream = this.#names.checkpoint(name);
    if (decidedOn === undefined) await this.#streams.bound(stream, statesKept);
    const event = jsonEvent({ type: 'cursor', data: cursor });
    const written = await this.#streams.append(stream, decidedOn?.revision, () => event);
    return written && { cursor, revision: written.nextExpectedRevision };
  }
}
