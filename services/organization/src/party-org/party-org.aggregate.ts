import { AppointToPost, DissolvePartyOrg, EndAppointment, FormPartyOrg, ReorganisePartyOrg } from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { peopleModel } from '../models/people.model.ts';
import { appointToPost, endAppointment } from './appointment.decisions.ts';
import { dissolvePartyOrg, formPartyOrg, reorganisePartyOrg } from './party-org.decisions.ts';
import { partyOrgFold } from './party-org.ts';
import { partyOrgsModel } from './party-orgs.model.ts';

const stream = ({ orgId }: { readonly orgId: string }): string => `party-org-${orgId}`;
const facts = (_: object, lookup: Lookup) => lookup.model(partyOrgsModel);

export const partyOrgAggregate = defineAggregate({
  name: 'party-org',
  fold: partyOrgFold,
  territory: (org) => (org.status === 'none' ? undefined : org.regionCode),
  commands: (on) => [
    on(FormPartyOrg, {
      stream: ({ orgId }, newId) => stream({ orgId: orgId ?? newId('orgId') }),
      facts,
      decide: formPartyOrg,
    }),
    on(ReorganisePartyOrg, { stream, facts, decide: reorganisePartyOrg }),
    on(DissolvePartyOrg, { stream, facts, decide: dissolvePartyOrg }),
    on(AppointToPost, {
      stream,
      facts: ({ personId, appointmentId }, lookup) => ({
        person: lookup.model(peopleModel).get(personId),
        idKnown: appointmentId !== undefined && lookup.model(partyOrgsModel).appointmentKnown(appointmentId),
      }),
      decide: appointToPost,
    }),
    on(EndAppointment, { stream, decide: endAppointment }),
  ],
});
