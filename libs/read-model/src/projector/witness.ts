import type { EventStore, Position, RecordedEvent } from '@panshi/event-store';
import type { ViewDefinition } from '../view.ts';
import type { Witnessed } from '../view-store.ts';

/** The last event of its types that a view has folded, and a position that only this one follows, up to its checkpoint. */
type Last = readonly [after: Position | null, id: string | null];

/** Remembers the last event folded, by which the log that a view was folded from is told from any other. */
export class Witness {
  readonly #passed: Position | undefined;
  readonly #last: Last | undefined;

  private constructor(passed: Position | undefined, last: Last | undefined) {
    this.#passed = passed;
    this.#last = last;
  }

  /** @param checkpoint folded from: the witness stored with it stays until an event is folded; undefined for an empty view */
  static from(checkpoint: Position | undefined): Witness {
    return new Witness(checkpoint, checkpoint === undefined ? [null, null] : undefined);
  }

  /** After these events of the view's types, in order. */
  after(events: readonly RecordedEvent[]): Witness {
    const last = events.at(-1);
    if (!last) return this;
    return new Witness(last.position, [events.at(-2)?.position ?? this.#passed ?? null, last.id]);
  }

  /** To be stored with the checkpoint; undefined where nothing was folded since. */
  get text(): string | undefined {
    return this.#last && JSON.stringify(this.#last);
  }
}

/** Whether a log holds the witness: up to the checkpoint, the view's last event is the one remembered, and no other follows. */
export const holdsWitness = async (
  events: Pick<EventStore, 'readAll'>,
  view: Pick<ViewDefinition, 'from'>,
  { checkpoint: upTo, witness }: Witnessed,
): Promise<boolean> => {
  const [after, id] = JSON.parse(witness) as Last;
  const found: string[] = [];
  for await (const event of events.readAll({ after: after ?? undefined, upTo, types: view.from, limit: 2 }))
    found.push(event.id);
  return id === null ? found.length === 0 : found.length === 1 && found[0] === id;
};
