import type { EventType } from '@panshi/contracts';
import type { Position, RecordedEvent } from '@panshi/event-store';
import { typedEvent } from '../typed-event.ts';
import type { Typed, ViewDefinition, ViewDocument } from '../view.ts';
import type { SeenDocument, ViewTable } from '../view-store.ts';
import { type Parking, unkeyed } from './parking.ts';

interface Entry<Doc> {
  readonly id: string;
  seen: Position | undefined;
  document: Doc | undefined;
}

interface Touch {
  readonly event: Typed<EventType>;
  readonly ids: readonly string[];
}

/** One step of a view's fold, checked to keep the document's id. */
export const evolve = <Doc extends ViewDocument>(
  view: ViewDefinition<Doc>,
  document: Doc | undefined,
  event: Typed<EventType>,
  id: string,
): Doc | undefined => {
  const next = view.evolve(document, event, id);
  if (next !== undefined && next._id !== id) throw new TypeError(`${view.name} made ${next._id} of ${id}`);
  return next;
};

/**
 * Folds events into a view's documents in memory: loads those it has not at hand once a batch, skips what a document
 * has seen, and gives out what changed, to be written once. Keeps the documents touched last, in two generations.
 */
export class ViewFold<Doc extends ViewDocument> {
  readonly #view: ViewDefinition<Doc>;
  readonly #table: Pick<ViewTable<Doc>, 'load'>;
  readonly #parking: Parking;
  readonly #generation: number;
  #young = new Map<string, Entry<Doc>>();
  #old = new Map<string, Entry<Doc>>();
  #changed = new Map<string, Entry<Doc>>();
  #empty: boolean;
  #last: Position | undefined;

  /** @param bounds documents kept a generation; `from` the checkpoint folded from, undefined for an empty view */
  constructor(
    view: ViewDefinition<Doc>,
    table: Pick<ViewTable<Doc>, 'load'>,
    parking: Parking,
    bounds: { readonly generation: number; readonly from: Position | undefined },
  ) {
    this.#view = view;
    this.#table = table;
    this.#parking = parking;
    this.#generation = bounds.generation;
    this.#empty = bounds.from === undefined;
    this.#last = bounds.from;
  }

  /** Whether it holds as much as it should before {@link takeChanged}. */
  get full(): boolean {
    return this.#young.size >= this.#generation;
  }

  async apply(events: readonly RecordedEvent[]): Promise<void> {
    const touches = await this.#touches(events);
    for (const { event, ids } of touches) {
      for (const id of ids) {
        const entry = this.#young.get(id)!;
        if ((entry.seen !== undefined && event.position <= entry.seen) || this.#parking.holds(id, event.position))
          continue;
        let next: Doc | undefined;
        try {
          next = evolve(this.#view, entry.document, event, id);
        } catch (error) {
          const where = { id, event: event as RecordedEvent, after: this.#last };
          const retried = await this.#parking.retry(where, error, () => evolve(this.#view, entry.document, event, id));
          if (!retried) continue;
          next = retried.value;
        }
        entry.seen = event.position;
        if (next === entry.document) continue;
        entry.document = next;
        this.#changed.set(id, entry);
      }
      this.#last = event.position;
    }
  }

  /** What changed since asked last, as to be written now; what is held beside it is written already. */
  takeChanged(): readonly SeenDocument<Doc>[] {
    const changed = Array.from(this.#changed.values(), ({ id, seen, document }) => ({ id, seen: seen!, document }));
    if (changed.length > 0) this.#empty = false;
    this.#changed = new Map();
    if (this.full) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    return changed;
  }

  /** Forgets a document that was written past this fold. */
  forget(id: string): void {
    this.#young.delete(id);
    this.#old.delete(id);
  }

  /** Reads the events, and has every document they touch at hand. */
  async #touches(events: readonly RecordedEvent[]): Promise<readonly Touch[]> {
    const touches: Touch[] = [];
    const missing = new Set<string>();
    for (const event of events) {
      const touch = this.#touch(event) ?? (await this.#touchAgain(event));
      if (!touch) continue;
      touches.push(touch);
      for (const id of touch.ids) if (!this.#young.has(id) && !this.#promote(id)) missing.add(id);
    }
    const loaded = this.#empty || missing.size === 0 ? undefined : await this.#table.load([...missing]);
    for (const id of missing) {
      const { seen, document } = loaded?.get(id) ?? {};
      this.#young.set(id, { id, seen, document });
    }
    return touches;
  }

  #read(event: RecordedEvent): Touch {
    const typed = typedEvent(event);
    return { event: typed, ids: this.#view.keys(typed) };
  }

  #touch(event: RecordedEvent): Touch | undefined {
    try {
      return this.#read(event);
    } catch {
      return undefined;
    }
  }

  async #touchAgain(event: RecordedEvent): Promise<Touch | undefined> {
    const id = unkeyed(event);
    if (this.#parking.holds(id, event.position)) return undefined;
    const retried = await this.#parking.retry({ id, event, after: this.#last }, undefined, () => this.#read(event));
    return retried?.value;
  }

  #promote(id: string): boolean {
    const entry = this.#old.get(id);
    if (!entry) return false;
    this.#young.set(id, entry);
    return true;
  }
}
