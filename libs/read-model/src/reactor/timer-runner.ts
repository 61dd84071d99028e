import type { EventStore } from '@panshi/event-store';
import { derivedId } from '../derived-id.ts';
import { everyDocument } from '../every-document.ts';
import type { DueDocument, Reaction, TimerDefinition } from '../reactor.ts';
import { type Clock, eachLimit, retryUntilAborted, systemClock } from '@panshi/async';
import type { Views } from '../view-reader.ts';
import { type Issued, type Issuing, issueWithRetries, systemActor } from './issuing.ts';
import { type RunOptions, whileHolding } from './while-holding.ts';

export interface TimerOptions extends RunOptions {
  readonly events: Pick<EventStore, 'checkpoints'>;
  readonly timer: TimerDefinition;
  readonly views: Views;
}

/** The longest it waits before it looks for new due times, in milliseconds. */
const lookMs = 1_000;
/** A document that stays due is taken up again after this: its view was late, or a rule refused. */
const againMs = 60_000;
const concurrency = 16;

export const timerCheckpoint = (name: string): string => `timer:${name}`;

/** The ids of a timer's command follow from timer, document, due time and key: for one due time there is one command. */
export const timerIds = (timer: string, { _id, dueAt = '' }: DueDocument, { key = '' }: Reaction): Issued => {
  const commandId = derivedId(Date.parse(dueAt), 'timer', timer, _id, dueAt, key);
  return { commandId, correlationId: commandId, causationId: commandId, actor: systemActor(timer) };
};

interface Attempt {
  readonly dueAt: string;
  readonly at: number;
}

/** Watches the due times of one view and issues what falls due, while it holds the timer's lease. */
class TimerRun {
  readonly #options: TimerOptions;
  readonly #issuing: Issuing;
  #attempts = new Map<string, Attempt>();

  constructor(options: TimerOptions, clock: Clock) {
    this.#options = options;
    this.#issuing = { ...options, clock };
  }

  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#issuing;
    while (!signal.aborted) {
      const now = clock.now();
      const due = await retryUntilAborted(() => this.#due(now), this.#issuing, signal);
      if (due && due.length > 0) await eachLimit(due, concurrency, (document) => this.#fire(document, now, signal));
      const next = await retryUntilAborted(() => this.#next(now), this.#issuing, signal);
      const wait = next === undefined ? lookMs : Math.min(lookMs, Date.parse(next) - clock.now());
      if (!signal.aborted) await clock.sleep(Math.max(wait, 1), signal);
    }
  }

  /** Documents due and not yet taken up, the longest due first. */
  async #due(now: number): Promise<readonly DueDocument[]> {
    const due: DueDocument[] = [];
    const remembered = new Map<string, Attempt>();
    const filter = { dueAt: { $lte: new Date(now).toISOString() } };
    for await (const document of everyDocument(this.#view, { filter, sort: { dueAt: 1 } })) {
      const attempt = this.#attempts.get(document._id);
      // Either way: an attempt that lies ahead was made before the clock was set back.
      if (attempt && attempt.dueAt === document.dueAt && Math.abs(now - attempt.at) < againMs)
        remembered.set(document._id, attempt);
      else due.push(document);
    }
    this.#attempts = remembered;
    return due;
  }

  async #next(now: number): Promise<string | undefined> {
    const filter = { dueAt: { $gt: new Date(now).toISOString() } };
    return (await this.#view.find({ filter, sort: { dueAt: 1 }, limit: 1 })).items[0]?.dueAt;
  }

  async #fire(document: DueDocument, now: number, signal: AbortSignal): Promise<void> {
    const { timer } = this.#options;
    const { _id: cause, dueAt } = document;
    const react = async (): Promise<Reaction | undefined> => timer.react(document, new Date(now).toISOString());
    const reaction = await retryUntilAborted(react, this.#issuing, signal);
    if (reaction) {
      const issued = timerIds(timer.name, document, reaction);
      const source = { by: timer.name, cause, regions: timer.regions(document) };
      await issueWithRetries(reaction, issued, source, this.#issuing, signal);
    }
    this.#attempts.set(cause, { dueAt: dueAt!, at: now });
  }

  get #view() {
    return this.#options.views.of(this.#options.timer.view);
  }
}

/**
 * Runs a timer until aborted, on whichever process holds its lease. A view that lags shows a document as due that is
 * not any more: the decision looks at the time itself, and the repeat has the same command id.
 */
export const runTimer = async (options: TimerOptions, signal: AbortSignal): Promise<void> => {
  const { events, timer, clock = systemClock } = options;
  await whileHolding(events, timerCheckpoint(timer.name), options, signal, (_lease, leading) =>
    new TimerRun(options, clock).run(leading),
  );
};
