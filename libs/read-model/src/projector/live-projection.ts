import { type Clock, pLimit } from '@panshi/async';
import { type Batch, type EventStore, followerOf, type Lease, type Position } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewTable } from '../view-store.ts';
import { NotLeading } from './projector-errors.ts';
import type { Parking } from './parking.ts';
import { refold } from './refold.ts';
import { ViewFold } from './view-fold.ts';
import { Witness } from './witness.ts';

export interface LiveContext<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly view: ViewDefinition<Doc>;
  readonly table: Pick<ViewTable<Doc>, 'load' | 'write'>;
  readonly parking: Parking;
  readonly lease: Lease;
  readonly clock: Clock;
  /** Told each position that the table has reached. */
  readonly onMoved: (position: Position) => void;
  /** Told what keeps it waiting. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

const documentsKept = 2000;

/** How long the stored checkpoint may lag where it moved over other views' events only, in milliseconds. */
const idleCheckpointMs = 50;

/** Follows the log with a view that is caught up: one write for each burst of events. */
export class LiveProjection<Doc extends ViewDocument> {
  readonly #context: LiveContext<Doc>;
  #fold: ViewFold<Doc>;
  /** A document is taken up again between two bursts. */
  readonly #oneAtATime = pLimit(1);
  readonly #over = new AbortController();
  #reached: Position;
  #stored: Position;
  #witness: Witness;
  #storing: Promise<void> | undefined;

  constructor(context: LiveContext<Doc>, from: Position) {
    this.#context = context;
    this.#fold = this.#newFold(from);
    this.#reached = from;
    this.#stored = from;
    this.#witness = Witness.from(from);
  }

  /** Runs until aborted. @throws {LeaseLost} and what the stores throw; what was written stays right */
  async run(signal: AbortSignal): Promise<void> {
    const { events, view, onError } = this.#context;
    const either = AbortSignal.any([signal, this.#over.signal]);
    try {
      for await (const batch of followerOf(events).follow({ after: this.#reached, types: view.from }, either, onError))
        await this.#oneAtATime(() => this.#take(batch, either));
      if (!signal.aborted) throw this.#over.signal.reason;
    } finally {
      this.#over.abort();
      await this.#storing;
    }
  }

  /** Takes a parked document up again. @throws {NotLeading} when the view goes to another process first */
  refold(id: string): Promise<void> {
    return this.#oneAtATime(async () => {
      const { view } = this.#context;
      if (this.#over.signal.aborted) throw new NotLeading(`${view.name} went to another process`);
      try {
        await refold({ ...this.#context, upTo: this.#reached }, id);
      } finally {
        this.#fold.forget(id);
      }
    });
  }

  /**
   * Has other documents take the place of all there are, between two bursts, and goes on with those.
   * @param put resolves with whether they did; is told the position reached
   * @returns that position, undefined where they did not @throws {NotLeading} when the view goes to another process first
   */
  replace(put: (reached: Position, lease: Lease) => Promise<boolean>): Promise<Position | undefined> {
    return this.#oneAtATime(async () => {
      const { view, lease, parking } = this.#context;
      if (this.#over.signal.aborted) throw new NotLeading(`${view.name} went to another process`);
      if (!(await put(this.#reached, lease))) return undefined;
      await parking.restore();
      this.#fold = this.#newFold(this.#reached);
      return this.#reached;
    });
  }

  #newFold(from: Position): ViewFold<Doc> {
    const { view, table, parking } = this.#context;
    return new ViewFold(view, table, parking, { generation: documentsKept, from });
  }

  async #take({ events, position }: Batch, signal: AbortSignal): Promise<void> {
    const { table, lease, onMoved } = this.#context;
    if (events.length > 0) await this.#fold.apply(events);
    const changed = this.#fold.takeChanged();
    // Both move on only when it is written: a checkpoint stored alone in the meantime must not pass it.
    const witness = this.#witness.after(events);
    if (changed.length > 0) {
      await table.write(changed, position, lease, witness.text);
      this.#stored = position;
    }
    this.#reached = position;
    this.#witness = witness;
    if (changed.length === 0) this.#storeSoon(signal);
    onMoved(position);
  }

  /** Stores a checkpoint that moved alone, a little later: others' events may come faster than it is worth. */
  #storeSoon(signal: AbortSignal): void {
    this.#storing ??= this.#storeLater(signal);
  }

  async #storeLater(signal: AbortSignal): Promise<void> {
    const { clock, table, lease } = this.#context;
    try {
      // Again and again: it may have moved on while it was being stored, and nothing else may ever move it.
      for (;;) {
        await clock.sleep(idleCheckpointMs, signal);
        const position = this.#reached;
        if (position <= this.#stored) break;
        await table.write([], position, lease, this.#witness.text);
        this.#stored = position;
      }
    } catch (error) {
      this.#over.abort(error);
    }
    this.#storing = undefined;
  }
}
