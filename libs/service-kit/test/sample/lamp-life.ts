import type { EventStore, RecordedEvent } from '@panshi/event-store';
import { defineTimer, defineView, type DueDocument, Schema } from '@panshi/read-model';
import { BreakLamp } from './commands.ts';
import { command } from './envelopes.ts';
import type { RecordedLampEvent } from './events.ts';

/** The next event of this type, recorded already or still to come. */
export const recorded = async (store: EventStore, type: string): Promise<RecordedEvent> => {
  const seen = new AbortController();
  const give = AbortSignal.any([seen.signal, AbortSignal.timeout(20_000)]);
  for await (const message of store.subscribe({ types: [type] }, give))
    if (message.kind === 'event') {
      seen.abort();
      return message.event;
    }
  throw new Error(`${type} was never recorded`);
};

/** A lamp burns out a day after it was installed. */
export const lampLife = defineView<DueDocument, never>({
  name: 'lamp-life',
  version: 1,
  schema: new Schema({ _id: String, dueAt: { type: String, index: true } }),
  from: ['LampInstalled', 'LampBroken'] as never,
  keys: (event: RecordedLampEvent) => [event.data.lampId],
  evolve: ((_: unknown, { type, data, occurredAt }: RecordedLampEvent) =>
    type === 'LampInstalled'
      ? { _id: data.lampId, dueAt: new Date(Date.parse(occurredAt) + 86_400_000).toISOString() }
      : { _id: data.lampId }) as never,
});

export const burnOut = defineTimer({
  regions: () => ['320113'],
  name: 'burn-out',
  issues: [BreakLamp],
  view: lampLife,
  react: ({ _id }) => ({ command: command(BreakLamp, { lampId: _id }) }),
});
