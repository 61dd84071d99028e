import { binaryEvent, KurrentDBClient, NO_STREAM, START, streamNameFilter } from '@kurrent/kurrentdb-client';
import { type EventStore, type NewEvent, openKurrentEventStore } from '@panshi/event-store';
import { v7 } from 'uuid';
import { kurrentMissing, startKurrent } from '../components/kurrentdb.ts';
import { appendAll, appendRate } from './append.bench.ts';
import { type Bench, interleave, type Measured, perSecond } from './bench.ts';
import { eventsOf } from './log-data.ts';

const rounds = 5;
const count = 10_000;
const inFlight = 100;

interface Sides {
  readonly store: EventStore;
  readonly client: KurrentDBClient;
  /** What the names of the log's streams begin with. */
  readonly prefix: string;
}

/** Both sides on one server, in a log of their own. */
const onServer = async (measure: (sides: Sides) => Promise<Measured>): Promise<Measured> => {
  const server = await startKurrent();
  const log = `bench-${v7()}`;
  const store = await openKurrentEventStore({ url: server.url, log });
  const client = KurrentDBClient.connectionString(server.url);
  try {
    return await measure({ store, client, prefix: `${log}/` });
  } finally {
    await store.close();
    await client.dispose();
    server.stop();
  }
};

const appendBare = async (client: KurrentDBClient, events: readonly NewEvent[]): Promise<void> => {
  const queue = events.values();
  const one = async (): Promise<void> => {
    for (const event of queue) {
      const bytes = Buffer.from(JSON.stringify(event));
      const recorded = binaryEvent({ id: event.id, type: event.type, data: bytes });
      await client.appendToStream(`bare-${event.id}`, recorded, { streamState: NO_STREAM });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
};

const catchUp = async (store: EventStore): Promise<void> => {
  const enough = new AbortController();
  let seen = 0;
  for await (const message of store.subscribe({}, enough.signal))
    if (message.kind === 'event' && ++seen === count) break;
  enough.abort();
};

const catchUpBare = async (client: KurrentDBClient, prefix: string): Promise<void> => {
  const filter = streamNameFilter({ prefixes: [prefix] });
  const subscription = client.subscribeToAll({ fromPosition: START, filter });
  let seen = 0;
  for await (const { event } of subscription) if (event && ++seen === count) break;
  await subscription.unsubscribe();
};

/** The KurrentDB adapter beside the bare client, where there is a server. */
export const kurrent: readonly Bench[] = [
  {
    name: 'kurrent.append',
    missing: kurrentMissing,
    run: () =>
      onServer(async ({ store, client }) => {
        const figures = await interleave(
          rounds,
          () => appendRate(count, (events) => appendAll(store, events, inFlight)),
          () => appendRate(count, (events) => appendBare(client, events)),
        );
        return {
          unit: 'events/s',
          ...figures,
          note: '100 in flight, distinct streams ÷ the bare client doing the same',
        };
      }),
  },
  {
    name: 'kurrent.replay',
    missing: kurrentMissing,
    run: () =>
      onServer(async ({ store, client, prefix }) => {
        await appendAll(store, eventsOf(count), inFlight);
        const figures = await interleave(
          rounds,
          () => perSecond(count, () => catchUp(store)),
          () => perSecond(count, () => catchUpBare(client, prefix)),
        );
        return {
          unit: 'events/s',
          ...figures,
          note: `caught up with ${count} events ÷ the bare client doing the same`,
        };
      }),
  },
];
