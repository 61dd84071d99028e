import type { EventType, PersonalField, Sealed } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type { EventSchemas } from '../../src/command/event-schemas.ts';

/** Events of the sample, which no proto knows: tests bring their own schemas. */
export type LampEvent<S = Sealed> =
  | { readonly type: 'LampInstalled'; readonly data: { lampId: string; regionCode: string; keeper: S } }
  | { readonly type: 'LampBroken'; readonly data: { lampId: string } }
  | { readonly type: 'LampRepaired'; readonly data: { lampId: string } };

/** As decided: the keeper in clear. */
export type LampDecided = LampEvent<string>;

export type RecordedLampEvent = RecordedEvent & LampEvent;

const known = (type: string, personal: readonly PersonalField[] = []) => ({
  schema: `panshi.sample.v1.${type}`,
  fromJSON: (json: unknown) => json as object,
  personal,
});

export const lampSchemas: EventSchemas = {
  LampInstalled: known('LampInstalled', [{ path: ['keeper'], subject: 'lampId', keyClass: 'resident' }]),
  LampBroken: known('LampBroken'),
  LampRepaired: known('LampRepaired'),
};

export const lampEventTypes = Object.keys(lampSchemas) as unknown as readonly EventType[];
