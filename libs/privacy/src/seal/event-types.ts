import { eventTypes, type PersonalField } from '@panshi/contracts';

/** Which fields of each event type are personal. */
export type PersonalFields = Readonly<Record<string, { readonly personal: readonly PersonalField[] }>>;

export const knownEventTypes: PersonalFields = eventTypes;

/** @throws {TypeError} for a type that proto/ does not know: nothing could say what of it is personal. */
export const personalFields = (type: string, types: PersonalFields): readonly PersonalField[] => {
  if (!Object.hasOwn(types, type)) throw new TypeError(`unknown event type ${type}`);
  return types[type]!.personal;
};
