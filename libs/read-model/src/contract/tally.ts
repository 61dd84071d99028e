import type { EventStore, ImportedEvent, NewEvent, RecordedEvent } from '@panshi/event-store';
import { Schema } from '../schema.ts';
import { defineView, type ViewDefinition, type ViewDocument } from '../view.ts';

/** What a tally event says: add to some documents, or delete them. */
export interface TallyData {
  readonly ids: readonly string[];
  readonly add?: number;
  readonly delete?: boolean;
  /** Folding it fails for this document, while a test says so. */
  readonly poison?: string;
}

/** A document that betrays any event folded twice, skipped or out of order. */
export interface Tally extends ViewDocument {
  readonly total: number;
  readonly events: number;
  /** A chain over all events folded, in order. */
  readonly chain: number;
}

export const tallyType = 'Tallied';
export const otherType = 'Unrelated';

const schema = new Schema(
  { _id: String, total: { type: Number, index: true }, events: Number, chain: Number },
  { versionKey: false },
);

const dataOf = (event: unknown): TallyData => (event as { data: TallyData }).data;

/** Whether poisonous events poison: a test turns it off to play the fix. */
export const poison = { on: true };

export const tallyView = (over: Partial<Pick<ViewDefinition, 'name' | 'version'>> = {}): ViewDefinition<Tally> =>
  defineView<Tally, never>({
    name: 'tally',
    version: 1,
    schema,
    from: [tallyType as never],
    keys: (event) => {
      if (dataOf(event).poison === 'keys' && poison.on) throw new TypeError('poisonous keys');
      return dataOf(event).ids;
    },
    evolve: (document, event, id) => {
      const data = dataOf(event);
      if (data.poison === id && poison.on) throw new TypeError('poisonous');
      if (data.delete) return undefined;
      const { total, events, chain } = document ?? { total: 0, events: 0, chain: 7 };
      const step = data.add ?? 1;
      return { _id: id, total: total + step, events: events + 1, chain: (chain * 31 + step) % 1_000_003 };
    },
    ...over,
  });

let ids = 0;
const uuid = (): string => `01890000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;

export const tallyEvent = (data: TallyData, type = tallyType): NewEvent => ({
  id: uuid(),
  type,
  schema: 'panshi.test.v1.Tallied',
  data,
  occurredAt: '2026-03-01T07:59:00.000Z',
  actor: { account: 'a-1', person: 'p-1', post: 'grid-leader' },
  correlationId: 'co-1',
  causationId: 'ca-1',
  provenance: 'real',
  regions: ['320113'],
  fingerprint: 'f-1',
});

/** Appends one event, alone; answers its position. */
export const tally = async (events: EventStore, data: TallyData, type = tallyType): Promise<string> =>
  (await events.append(`tally-${ids}`, [tallyEvent(data, type)], { expect: 'any', commandId: uuid() })).position;

/** Fills an empty log. */
export const tallyAll = (events: EventStore, all: readonly TallyData[]): Promise<string> =>
  events.import(
    all.map((data, i): ImportedEvent => ({
      ...tallyEvent(data),
      stream: `tally-${i % 17}`,
      commandId: uuid(),
      recordedAt: new Date(Date.UTC(2026, 2, 1) + i).toISOString(),
    })),
  );

/** The documents of a log by one plain fold. */
export const foldTallies = async (events: AsyncIterable<RecordedEvent>): Promise<readonly Tally[]> => {
  const view = tallyView();
  const documents = new Map<string, Tally | undefined>();
  for await (const event of events) {
    if (event.type !== tallyType) continue;
    for (const id of new Set(dataOf(event).ids)) documents.set(id, view.evolve(documents.get(id), event as never, id));
  }
  return [...documents.values()].filter((each) => each !== undefined).sort((a, b) => (a._id < b._id ? -1 : 1));
};
