import type { Position, RecordedEvent } from '@panshi/event-store';
import type { Clock } from '@panshi/async';
import type { ViewDocument } from '../view.ts';
import type { ParkedDocument, ViewTable } from '../view-store.ts';

/** Waits before an event that failed is tried again, in milliseconds; then its document is parked. */
export const retryDelays: readonly number[] = [50, 500];

const mostText = 500;

const describe = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, mostText);

/** Stands for the documents of an event whose keys could not be told. */
export const unkeyed = (event: Pick<RecordedEvent, 'id'>): string => `event:${event.id}`;

export const isUnkeyed = (id: string): boolean => id.startsWith('event:');

/** The parked documents of one view, and how others come to be among them. */
export class Parking {
  readonly #view: string;
  readonly #table: Pick<ViewTable<ViewDocument>, 'park' | 'parked' | 'unpark'>;
  readonly #clock: Clock;
  readonly #alarm: (parked: ParkedDocument) => void;
  #parked = new Map<string, ParkedDocument>();

  constructor(
    view: string,
    table: Pick<ViewTable<ViewDocument>, 'park' | 'parked' | 'unpark'>,
    clock: Clock,
    alarm: (parked: ParkedDocument) => void,
  ) {
    this.#view = view;
    this.#table = table;
    this.#clock = clock;
    this.#alarm = alarm;
  }

  async restore(): Promise<void> {
    this.#parked = new Map((await this.#table.parked()).map((parked) => [parked.id, parked]));
  }

  get(id: string): ParkedDocument | undefined {
    return this.#parked.get(id);
  }

  /** Whether the document waits for a fix, and with it all its events from the one that failed. */
  holds(id: string, position: Position): boolean {
    const parked = this.#parked.size > 0 ? this.#parked.get(id) : undefined;
    return parked !== undefined && position >= parked.position;
  }

  /**
   * Tries what failed again, a little later each time; parks the document and raises the alarm when it keeps failing.
   * The parking is durable before the checkpoint can pass the event.
   */
  async retry<T>(
    { id, event, after }: { id: string; event: RecordedEvent; after: Position | undefined },
    failure: unknown,
    attempt: () => T,
  ): Promise<{ readonly value: T } | undefined> {
    let error = failure;
    for (const milliseconds of retryDelays) {
      await this.#clock.sleep(milliseconds);
      try {
        return { value: attempt() };
      } catch (again) {
        error = again;
      }
    }
    const parked = { view: this.#view, id, position: event.position, after, error: describe(error) };
    await this.#table.park(parked);
    this.#parked.set(id, parked);
    this.#alarm(parked);
    return undefined;
  }

  async release(id: string): Promise<void> {
    await this.#table.unpark(id);
    this.#parked.delete(id);
  }
}
