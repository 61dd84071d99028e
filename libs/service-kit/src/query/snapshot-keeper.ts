import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type EventStore, ordinalOf } from '@panshi/event-store';
import { type Clock, systemClock } from '@panshi/async';
import type { Past } from '@panshi/read-model';
import type { Lifecycle } from '../lifecycle/lifecycle.ts';

/** How often the log is looked at, milliseconds: the first time when a server has had time to become ready. */
const everyMs = 10_000;
/** New events, up to which a snapshot is not worth while: they are folded quickly. */
const fewEvents = 1000;
/** New events since the last look, from which on the process counts as busy: folding them once more would slow it. */
const manyEvents = 5000;
/** How often in a row snapshots may be postponed because the process is busy. */
const mostPostponed = 12;

/** Has snapshots of the past made as the log grows, when there is not much else to do, and every two minutes at least. */
export class SnapshotKeeper implements OnApplicationBootstrap {
  readonly #logger = new Logger(SnapshotKeeper.name);
  #grown = 0;
  #seen = 0;
  #postponed = 0;

  constructor(
    private readonly past: Pick<Past, 'grow'>,
    private readonly store: Pick<EventStore, 'head'>,
    private readonly lifecycle: Pick<Lifecycle, 'run'>,
    private readonly clock: Clock = systemClock,
  ) {}

  onApplicationBootstrap(): void {
    this.lifecycle.run('views', 'snapshots of the past', (signal) => this.keep(signal));
  }

  async keep(signal: AbortSignal): Promise<void> {
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    this.#seen = await this.#end().catch(() => Infinity);
    while (!signal.aborted) {
      await this.clock.sleep(everyMs, signal);
      if (signal.aborted) return;
      const grown = this.#grow().catch((error: unknown) => this.#logger.warn(error));
      await Promise.race([grown, stopped]);
    }
  }

  async #grow(): Promise<void> {
    const end = await this.#end();
    const atWork = end - this.#seen >= manyEvents;
    this.#seen = end;
    if (end - this.#grown < fewEvents || (atWork && this.#postponed++ < mostPostponed)) return;
    this.#postponed = 0;
    await this.past.grow();
    this.#grown = end;
  }

  async #end(): Promise<number> {
    return ordinalOf(await this.store.head());
  }
}
