import {
  type AppointmentEventType,
  appointmentEventTypes,
  type PersonEventType,
  personEventTypes,
  PersonView,
  type PostHeld,
  type SealedRef,
  sealedAt,
} from '@panshi/contracts';
import { defineView, Schema, type Typed, type ViewDocument, viewSchema } from '@panshi/read-model';

/** A person with the posts they hold now. Name and phone stay sealed; the handler opens them for the reader at hand. */
export interface PersonDocument extends ViewDocument, Omit<PersonView, 'personId' | 'name' | 'phone'> {
  readonly name: SealedRef;
  readonly phone?: SealedRef;
}

const sealed = Schema.Types.Mixed;

const schema = viewSchema(PersonView, { name: sealed, phone: sealed }, ['personId']);
schema.index({ regionCode: 1 });

type PostEvent = AppointmentEventType | 'PartyOrgReorganised';

export const peopleView = defineView<PersonDocument, PersonEventType | PostEvent>({
  name: 'people',
  version: 1,
  schema,
  from: [...personEventTypes, ...appointmentEventTypes, 'PartyOrgReorganised'],
  keys: ({ type, data }) =>
    type === 'PartyOrgReorganised' ? [...new Set(data.appointments.map((each) => each.personId))] : [data.personId],
  evolve(person, event, _id) {
    if (event.type === 'PersonRegistered') {
      const { partyMember, regionCode } = event.data;
      const sealed = { name: sealedAt(event, 'name')!, phone: sealedAt(event, 'phone') };
      return { _id, _version: event.version, ...sealed, partyMember, serving: true, regionCode, posts: [] };
    }
    if (!person) return undefined;
    switch (event.type) {
      case 'AppointmentMade':
      case 'AppointmentEnded':
      case 'PartyOrgReorganised':
        return { ...person, posts: posts(person.posts, event) };
      default:
        return { ...person, ...itself(person, event), _version: event.version };
    }
  },
});

/** What an event changes of what is shown; each takes the version on. */
const itself = (person: PersonDocument, event: Typed<PersonEventType>): Partial<PersonDocument> => {
  switch (event.type) {
    case 'PersonStandingChanged': {
      const { partyMember, serving, regionCode } = event.data;
      return { partyMember, serving, regionCode };
    }
    case 'PersonCorrected': {
      const kept = event.data.phoneWithdrawn ? undefined : person.phone;
      return { name: sealedAt(event, 'name') ?? person.name, phone: sealedAt(event, 'phone') ?? kept };
    }
    default:
      return {};
  }
};

const posts = (held: readonly PostHeld[], { type, data }: Typed<PostEvent>): readonly PostHeld[] => {
  switch (type) {
    case 'AppointmentMade': {
      const { appointmentId, orgId, post, regionCode, from } = data;
      return [...held, { appointmentId, orgId, post, regionCode, from }];
    }
    case 'AppointmentEnded':
      return held.filter(({ appointmentId }) => appointmentId !== data.appointmentId);
    case 'PartyOrgReorganised':
      return held.map((each) => (each.orgId === data.orgId ? { ...each, regionCode: data.regionCode } : each));
  }
};
