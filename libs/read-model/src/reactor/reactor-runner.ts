import {
  type Batch,
  type EventStore,
  followerOf,
  type Lease,
  type Position,
  type RecordedEvent,
} from '@panshi/event-store';
import { derivedId } from '../derived-id.ts';
import type { Reaction, ReactorDefinition } from '../reactor.ts';
import { type Clock, eachLimit, retryUntilAborted, systemClock } from '@panshi/async';
import { typedEvent } from '../typed-event.ts';
import { inLanes, type Lanes } from './in-lanes.ts';
import { type Issued, type Issuing, issueWithRetries, systemActor } from './issuing.ts';
import { reactionContext, type ReactorViews } from './reaction-context.ts';
import { type RunOptions, whileHolding } from './while-holding.ts';

export interface ReactorOptions extends RunOptions {
  readonly events: EventStore;
  readonly reactor: ReactorDefinition;
  readonly views: ReactorViews;
  /** How many lanes are worked on at a time, and how many commands of one event may be under way. */
  readonly concurrency?: number;
}

const usual = { concurrency: 16 };
const viewsMs = 5_000;
const saveMs = 1_000;

export const reactorCheckpoint = (name: string): string => `reactor:${name}`;

/** The ids of a reaction's command: they follow from reactor, event and key, so a repeat is recognised as one. */
export const reactionIds = (reactor: string, event: RecordedEvent, { key = '' }: Reaction): Issued => ({
  commandId: derivedId(Date.parse(event.recordedAt), 'reaction', reactor, event.id, key),
  correlationId: event.correlationId,
  causationId: event.id,
  actor: systemActor(reactor),
  ...(event.traceparent && { traceparent: event.traceparent }),
});

/** Follows the log for one reactor while it holds its lease: in the order that its lanes ask for, none skipped. */
class ReactorRun {
  readonly #options: ReactorOptions;
  readonly #issuing: Issuing;
  readonly #lease: Lease;
  #reached: Position | undefined;
  #saved: Position | undefined;

  constructor(options: ReactorOptions, clock: Clock, lease: Lease) {
    this.#options = options;
    this.#issuing = { ...options, clock };
    this.#lease = lease;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { events, reactor, onError } = this.#options;
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const after = (this.#reached = this.#saved = await events.checkpoints.load(this.#lease.name));
    const saving = this.#savePeriodically(either).catch((error: unknown) => over.abort(error));
    try {
      for await (const batch of followerOf(events).follow({ after, types: reactor.from }, either, onError))
        await this.#take(batch, signal);
      if (!signal.aborted) throw over.signal.reason;
    } finally {
      over.abort();
      await saving;
    }
  }

  async #take({ events, position }: Batch, signal: AbortSignal): Promise<void> {
    const { reactor } = this.#options;
    for (const lanes of inLanes(events, (event) => reactor.lane?.(typedEvent(event)))) {
      const caused = await this.#reactIn(lanes, signal);
      if (signal.aborted) return;
      this.#reached = lanes.flat().reduce((latest, each) => (each.position > latest ? each.position : latest), '');
      if (caused) await this.#save();
    }
    this.#reached = position;
  }

  /** Whether any of the events caused anything. */
  async #reactIn(lanes: Lanes<RecordedEvent>, signal: AbortSignal): Promise<boolean> {
    let caused = false;
    await eachLimit(lanes, this.#options.concurrency ?? usual.concurrency, async (lane) => {
      for (const event of lane) if (await this.#react(event, signal)) caused = true;
    });
    return caused;
  }

  /** Whether the event caused anything. An abort may leave it half done: it will be taken up again. */
  async #react(event: RecordedEvent, signal: AbortSignal): Promise<boolean> {
    const { reactor, concurrency = usual.concurrency } = this.#options;
    const { clock } = this.#issuing;
    const reactions = await retryUntilAborted(() => this.#reactions(event, clock), this.#issuing, signal);
    if (!reactions) return false;
    const source = { by: reactor.name, cause: event.id, regions: event.regions };
    await eachLimit(reactions, concurrency, (reaction) =>
      issueWithRetries(reaction, reactionIds(reactor.name, event, reaction), source, this.#issuing, signal),
    );
    return reactions.length > 0;
  }

  async #reactions(event: RecordedEvent, clock: Clock): Promise<readonly Reaction[]> {
    const { reactor, views } = this.#options;
    const named = reactor.views?.map(({ name }) => name) ?? [];
    if (named.length > 0) await views.whenPassed(named, event.position, clock.now() + viewsMs);
    return reactor.react(typedEvent(event), reactionContext(reactor, views));
  }

  async #save(): Promise<void> {
    const position = this.#reached;
    if (position === undefined || position === this.#saved) return;
    await this.#options.events.checkpoints.save(this.#lease, position);
    this.#saved = position;
  }

  /** Saves what it passed without doing anything, which may come fast, once a second; and at the end. */
  async #savePeriodically(signal: AbortSignal): Promise<void> {
    const { clock } = this.#issuing;
    while (!signal.aborted) {
      await clock.sleep(saveMs, signal);
      await this.#save();
    }
  }
}

/**
 * Runs a reactor until aborted, on whichever process holds its lease. Its checkpoint is in the event store, so wiping
 * the views repeats nothing. A crash anywhere repeats some reactions, with the same command ids: that is harmless.
 * What cannot be done now is tried again for ever, never skipped; what a rule refuses is recorded and passed.
 */
export const runReactor = async (options: ReactorOptions, signal: AbortSignal): Promise<void> => {
  const { events, reactor, clock = systemClock } = options;
  await whileHolding(events, reactorCheckpoint(reactor.name), options, signal, (lease, leading) =>
    new ReactorRun(options, clock, lease).run(leading),
  );
};
