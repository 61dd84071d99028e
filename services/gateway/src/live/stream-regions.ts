import { regionTracker } from '@panshi/audit';
import type { EventStore, RecordedEvent } from '@panshi/event-store';
import { LRUCache } from 'lru-cache';

/** How far back an event is looked for that says where its stream lies. */
const looksBack = 200;

/** Where events lie. Those that do not say it lie where their stream was last said to lie. */
export class StreamRegions {
  readonly #store: Pick<EventStore, 'readStream'>;
  readonly #known = new LRUCache<string, string>({ max: 20_000 });

  constructor(store: Pick<EventStore, 'readStream'>) {
    this.#store = store;
  }

  async of(event: RecordedEvent): Promise<string | undefined> {
    const { stream, version } = event;
    const named = regionTracker()(event);
    const region = named ?? this.#known.get(stream) ?? (await this.#lookedUp(stream, version));
    if (region !== undefined) this.#known.set(stream, region);
    return region;
  }

  async #lookedUp(stream: string, to: number): Promise<string | undefined> {
    for await (const earlier of this.#store.readStream(stream, { to, direction: 'backwards', limit: looksBack })) {
      const named = regionTracker()(earlier);
      if (named !== undefined) return named;
    }
    return undefined;
  }
}
