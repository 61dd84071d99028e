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
import type { PartyOrgTree } from '../party-org-tree/party-org-tree.ts';
import { appointToPost, endAppointment } from './appointment.decisions.ts';
import { assertOwn } from './own-organisation.ts';
import { dissolvePartyOrg, formPartyOrg, reorganisePartyOrg } from './party-org.decisions.ts';
import { partyOrgFold } from './party-org.ts';

/** The tree, once it is sure that the organisation the command concerns is the principal's own. */
const treeFor = ({ orgId }: { readonly orgId: string }, lookup: Lookup): PartyOrgTree => {
  const tree = lookup.model(partyOrgsModel);
  const org = tree.node(orgId);
  if (org) assertOwn(lookup.principal, org, tree);
  return tree;
};

export const partyOrgAggregate = defineAggregate({
  stream: partyOrgStream,
  fold: partyOrgFold,
  territory: (org) => (org.status === 'none' ? undefined : org.regionCode),
  regions: (org, { data }) => (org.status === 'none' ? [data.regionCode] : [org.regionCode, data.regionCode]),
  commands: (on) => [
    on(FormPartyOrg, {
      facts: ({ parentId: orgId, regionCode }, lookup) => {
        const tree = lookup.model(partyOrgsModel);
        assertOwn(lookup.principal, { orgId, regionCode }, tree);
        return tree;
      },
      decide: formPartyOrg,
    }),
    on(ReorganisePartyOrg, {
      facts: (command, lookup) => {
        const tree = treeFor(command, lookup);
        const { parentId: orgId, regionCode = tree.node(command.orgId)?.regionCode } = command;
        if (orgId !== undefined && regionCode !== undefined) assertOwn(lookup.principal, { orgId, regionCode }, tree);
        return tree;
      },
      decide: reorganisePartyOrg,
    }),
    on(DissolvePartyOrg, { facts: treeFor, decide: dissolvePartyOrg }),
    on(AppointToPost, {
      facts: (command, lookup) => {
        const { appointmentId, personId } = command;
        const tree = treeFor(command, lookup);
        return {
          person: lookup.model(peopleModel).get(personId),
          idKnown: appointmentId !== undefined && tree.appointmentKnown(appointmentId),
        };
      },
      decide: appointToPost,
    }),
    on(EndAppointment, { facts: treeFor, decide: endAppointment }),
  ],
});
