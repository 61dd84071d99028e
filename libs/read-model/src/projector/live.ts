import type { EventStore, Lease, Position, RecordedEvent, SubscriptionMessage } from '@panshi/event-store';
import { Inbox } from '../inbox.ts';
import type { Scheduler } from '../scheduler.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewTable } from '../view-store.ts';
import { NotLeading } from './behind.ts';
import type { Parking } from './parking.ts';
import { refold } from './refold.ts';
import { ViewFold } from './view-fold.ts';
import { Witness } from './witness.ts';

export interface Live<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly view: ViewDefinition<Doc>;
  readonly table: Pick<ViewTable<Doc>, 'load' | 'write'>;
  readonly parking: Parking;
  readonly lease: Lease;
  readonly scheduler: Scheduler;
  /** Told each position that the table has reached. */
  readonly onMoved: (position: Position) => void;
}

interface Job {
  readonly kind: 'refold';
  readonly id: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const bounds = { inbox: 1000, documents: 2000 };

/** How long a checkpoint may lag that moved over other views' events only, in milliseconds. */
const restMs = 50;

/** Follows the log with a view that is caught up: one write for each burst of events. */
export class LiveProjection<Doc extends ViewDocument> {
  readonly #context: Live<Doc>;
  readonly #fold: ViewFold<Doc>;
  readonly #inbox = new Inbox<SubscriptionMessage | Job>(bounds.inbox);
  readonly #jobs = new Set<Job>();
  #reached: Position;
  #stored: Position;
  #witness: Witness;
  #resting: Promise<void> | undefined;

  constructor(context: Live<Doc>, from: Position) {
    const { view, table, parking } = context;
    this.#context = context;
    this.#fold = new ViewFold(view, table, parking, { generation: bounds.documents, from });
    this.#reached = from;
    this.#stored = from;
    this.#witness = Witness.from(from);
  }

  /** Runs until aborted. @throws {LeaseLost} and what the stores throw; what was written stays right */
  async run(signal: AbortSignal): Promise<void> {
    const { events, view } = this.#context;
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const stop = (): void => this.#inbox.end();
    either.addEventListener('abort', stop);
    const feeding = this.#inbox.feed(events.subscribe({ after: this.#reached, types: view.from }, either));
    try {
      for (let batch = await this.#inbox.take(); batch && !signal.aborted; batch = await this.#inbox.take()) {
        await this.#take(batch, either);
      }
    } finally {
      over.abort();
      for (const job of this.#jobs) job.reject(new NotLeading(`${view.name} went to another process`));
      await Promise.all([feeding, this.#resting]);
    }
  }

  /** Takes a parked document up again, between two bursts. */
  refold(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const job: Job = { kind: 'refold', id, resolve, reject };
      this.#jobs.add(job);
      void this.#inbox.push(job);
    });
  }

  async #take(batch: readonly (SubscriptionMessage | Job)[], signal: AbortSignal): Promise<void> {
    const { table, lease, onMoved } = this.#context;
    const events: RecordedEvent[] = [];
    const jobs: Job[] = [];
    let reached = this.#reached;
    for (const message of batch) {
      if (message.kind === 'refold') jobs.push(message);
      else if (message.kind === 'event') events.push(message.event);
      if (message.kind !== 'refold') reached = message.kind === 'event' ? message.event.position : message.position;
    }
    if (events.length > 0) await this.#fold.apply(events);
    const changed = this.#fold.takeChanged();
    // Both move on only when it is written: a checkpoint stored alone in the meantime must not pass it.
    const witness = this.#witness.noted(events);
    if (changed.length > 0) {
      await table.write(changed, reached, lease, witness.text);
      this.#stored = reached;
    }
    this.#reached = reached;
    this.#witness = witness;
    if (changed.length === 0) this.#rest(signal);
    onMoved(this.#reached);
    for (const job of jobs) await this.#refold(job);
  }

  async #refold(job: Job): Promise<void> {
    try {
      await refold({ ...this.#context, upTo: this.#reached }, job.id);
      job.resolve();
    } catch (error) {
      job.reject(error);
    } finally {
      this.#fold.forget(job.id);
      this.#jobs.delete(job);
    }
  }

  /** Stores a checkpoint that moved alone, a little later: others' events may come faster than it is worth. */
  #rest(signal: AbortSignal): void {
    this.#resting ??= this.#storeLater(signal);
  }

  async #storeLater(signal: AbortSignal): Promise<void> {
    const { scheduler, table, lease } = this.#context;
    try {
      // Again and again: it may have moved on while it was being stored, and nothing else may ever move it.
      for (;;) {
        await scheduler.sleep(restMs, signal);
        const position = this.#reached;
        if (position <= this.#stored) break;
        await table.write([], position, lease, this.#witness.text);
        this.#stored = position;
      }
    } catch (error) {
      this.#inbox.end(error);
    }
    this.#resting = undefined;
  }
}
