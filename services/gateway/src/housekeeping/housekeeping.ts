import type { Clock } from '@panshi/async';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import type { Keys, PictureStore } from '@panshi/privacy';
import { CLOCK, EVENT_STORE, KEYS, Lifecycle, PICTURES } from '@panshi/service-kit';
import { referencedIn } from './referenced-pictures.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** After so long without an event it is likelier that the clock is wrong than that nothing happened. */
const quietMs = 7 * dayMs;

/**
 * Sweeps out, at the start and then daily, what nobody will ask for again: idempotency keys after 30 days, and pictures
 * that no report named within a day. A sweep that fails is logged, and made up for by the next; so is one that is not
 * begun, because by the clock nothing was recorded for a week: started with a clock that is far ahead, a server would
 * forget the key of a command that its client is about to repeat.
 */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap {
  private readonly logger = new Logger(Housekeeping.name);
  /** Pictures stored before this are known to be named by a report. */
  private sweptUpTo: string | undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(KEYS) private readonly keys: Keys,
    @Inject(PICTURES) private readonly pictures: Pick<PictureStore, 'sweep'>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly lifecycle: Lifecycle,
  ) {}

  onApplicationBootstrap(): void {
    this.lifecycle.run('reactors', 'housekeeping', (signal) => this.run(signal));
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.attempt('idempotency keys older than 30 days', () => this.sweepKeys());
      await this.attempt('pictures that no report named within a day', () => this.sweepPictures());
      if (!signal.aborted) await this.clock.sleep(dayMs, signal);
    }
  }

  private async attempt(what: string, sweep: () => Promise<number>): Promise<void> {
    try {
      if (await this.isQuiet()) return this.logger.warn(`nothing was recorded for a week: ${what} are not swept`);
      this.logger.log(`swept ${await sweep()} ${what}`);
    } catch (error) {
      this.logger.error(`could not sweep ${what}: ${(error as Error).message}; the next sweep makes up for it`);
    }
  }

  private async isQuiet(): Promise<boolean> {
    const since = new Date(this.clock.now() - quietMs).toISOString();
    return (await this.store.positionAt(since)) === (await this.store.head());
  }

  private sweepKeys(): Promise<number> {
    return this.keys.idempotency.sweep(new Date(this.clock.now()).toISOString());
  }

  /** Only pictures that were too young the last time; all of them at the start. */
  private async sweepPictures(): Promise<number> {
    const before = new Date(this.clock.now() - dayMs).toISOString();
    const swept = await this.pictures.sweep({ since: this.sweptUpTo, before }, referencedIn(this.store));
    this.sweptUpTo = before;
    return swept;
  }
}
