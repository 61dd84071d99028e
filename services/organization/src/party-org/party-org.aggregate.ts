import {
  AppointToPost,
  DissolvePartyOrg,
  EndAppointment,
  FormPartyOrg,
  partyOrgStream,
  ReorganisePartyOrg,
} from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { partyOrgsModel } from '../models/party-orgs.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { appointToPost, endAppointment } from './appointment.decisions.ts';
import { dissolvePartyOrg, formPartyOrg, reorganisePartyOrg } from './party-org.decisions.ts';
import { partyOrgFold } from './party-org.ts';

const facts = (_: object, lookup: Lookup) => lookup.model(partyOrgsModel);

export const partyOrgAggregate = defineAggregate({
  stream: partyOrgStream,
  fold: partyOrgFold,
  territory: (org) => (org.status === 'none' ? undefined : org.regionCode),
  regions: (org, { data }) => (org.status === 'none' ? [data.regionCode] : [org.regionCode, data.regionCode]),
  commands: (on) => [
    on(FormPartyOrg, { facts, decide: formPartyOrg }),
    on(ReorganisePartyOrg, { facts, decide: reorganisePartyOrg }),
    on(DissolvePartyOrg, { facts, decide: dissolvePartyOrg }),
    on(AppointToPost, {
      facts: ({ personId, appointmentId }, lookup) => ({
        person: lookup.model(peopleModel).get(personId),
        idKnown: appointmentId !== undefined && lookup.model(partyOrgsModel).appointmentKnown(appointmentId),
      }),
      decide: appointToPost,
    }),
    on(EndAppointment, { decide: endAppointment }),
  ],
});
