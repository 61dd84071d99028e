import { defineService } from '@panshi/service-kit';
import { accountAggregate } from './account/account.aggregate.ts';
import { accountsModel } from './models/accounts.model.ts';
import { peopleModel } from './models/people.model.ts';
import { partyOrgAggregate } from './party-org/party-org.aggregate.ts';
import { partyOrgsModel } from './party-org/party-orgs.model.ts';
import { personAggregate } from './person/person.aggregate.ts';
import { getAccountByUsername, listAccounts } from './queries/accounts.queries.ts';
import { listAppointments } from './queries/appointments.queries.ts';
import { getPartyOrg, listPartyOrgs } from './queries/party-orgs.queries.ts';
import { getPerson, listPeople } from './queries/people.queries.ts';
import { leaveOffice } from './reactors/leave-office.reactor.ts';
import { separateAdministrators } from './reactors/separate-administrators.reactor.ts';
import { accountsView } from './views/accounts.view.ts';
import { appointmentsView } from './views/appointments.view.ts';
import { partyOrgsView } from './views/party-orgs.view.ts';
import { peopleView } from './views/people.view.ts';

/** Party organisations and their posts, the people who hold them, and the accounts they act with. */
export const organization = defineService({
  name: 'organization',
  aggregates: [partyOrgAggregate, personAggregate, accountAggregate],
  models: [partyOrgsModel, peopleModel, accountsModel],
  views: [partyOrgsView, peopleView, appointmentsView, accountsView],
  reactors: [leaveOffice, separateAdministrators],
  queries: [listPartyOrgs, getPartyOrg, listPeople, getPerson, listAppointments, listAccounts, getAccountByUsername],
});
