import { defineService } from '@panshi/service-kit';
import { accountAggregate } from './account/account.aggregate.ts';
import { accountsModel } from './models/accounts.model.ts';
import { partyOrgsModel } from './models/party-orgs.model.ts';
import { peopleModel } from './models/people.model.ts';
import { regionsModel } from './models/regions.model.ts';
import { unitsModel } from './models/units.model.ts';
import { partyOrgAggregate } from './party-org/party-org.aggregate.ts';
import { personAggregate } from './person/person.aggregate.ts';
import { getAccountByUsername, listAccounts } from './queries/accounts.queries.ts';
import { listAppointments } from './queries/appointments.queries.ts';
import { getPartyOrg, listPartyOrgs } from './queries/party-orgs.queries.ts';
import { getPerson, listPeople } from './queries/people.queries.ts';
import { getRegion, listRegions } from './queries/regions.queries.ts';
import { grantsFollowGrids } from './reactors/grants-follow-grids.reactor.ts';
import { leaveOffice } from './reactors/leave-office.reactor.ts';
import { separateAdministrators } from './reactors/separate-administrators.reactor.ts';
import { regionAggregate } from './region/region.aggregate.ts';
import { views, viewsFrom } from './organization.views.ts';

/** Regions, party organisations and their posts, the people who hold them, and the accounts they act with. */
export const organizationDefinition = defineService({
  name: 'organization',
  aggregates: [partyOrgAggregate, personAggregate, accountAggregate, regionAggregate],
  models: [partyOrgsModel, peopleModel, accountsModel, regionsModel, unitsModel],
  views,
  viewsFrom,
  reactors: [leaveOffice, separateAdministrators, grantsFollowGrids],
  queries: [
    listPartyOrgs,
    getPartyOrg,
    listPeople,
    getPerson,
    listAppointments,
    listAccounts,
    getAccountByUsername,
    listRegions,
    getRegion,
  ],
});
