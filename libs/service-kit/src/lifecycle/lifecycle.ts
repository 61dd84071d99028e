import { Logger } from '@nestjs/common';

/** In the order in which they stop: what issues commands before what folds their events. */
const stages = ['reactors', 'views'] as const;
export type Stage = (typeof stages)[number];

interface Stoppable {
  readonly abort: AbortController;
  readonly running: Set<Promise<void>>;
}

/**
 * What runs beside the requests, and its end. Nest has stopped the intake and drained it before this: then reactors
 * and timers end, then projectors and models, then the stores close.
 */
export class Lifecycle {
  readonly #logger = new Logger(Lifecycle.name);
  readonly #failed = new Map<string, string>();
  readonly #stages: Readonly<Record<Stage, Stoppable>> = { reactors: stoppable(), views: stoppable() };

  /** @param close closes the stores */
  constructor(private readonly close: () => Promise<void>) {}

  /** Starts work that goes on until its signal is aborted. Should it end by itself, that is an alarm and unreadiness. */
  readonly run = (stage: Stage, name: string, work: (signal: AbortSignal) => Promise<void>): void => {
    const { abort, running } = this.#stages[stage];
    const ended = work(abort.signal)
      .then(() => {
        if (!abort.signal.aborted) throw new Error('ended by itself');
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        this.#failed.set(name, (error as Error).message);
        this.#logger.error(error);
      })
      .finally(() => running.delete(ended));
    running.add(ended);
  };

  /** What has ended that should be running: name and why. */
  get failed(): ReadonlyMap<string, string> {
    return this.#failed;
  }

  async onApplicationShutdown(): Promise<void> {
    for (const stage of stages) {
      const { abort, running } = this.#stages[stage];
      abort.abort();
      await Promise.all(running);
    }
    await this.close();
  }
}

const stoppable = (): Stoppable => ({ abort: new AbortController(), running: new Set() });
