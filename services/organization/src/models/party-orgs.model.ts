import { defineModel } from '@panshi/service-kit';
import { PartyOrgTree } from '../party-org-tree/party-org-tree.ts';

/** The tree of party organisations, as decisions look it up. */
export const partyOrgsModel = defineModel({
  name: 'party-orgs',
  from: ['PartyOrgFormed', 'PartyOrgReorganised', 'PartyOrgDissolved', 'AppointmentMade'],
  create: () => new PartyOrgTree(),
  apply: (tree, event) => tree.apply(event),
});
