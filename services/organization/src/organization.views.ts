import { accountsView } from './views/accounts.view.ts';
import { appointmentsView } from './views/appointments.view.ts';
import { gridSuccessors } from './views/grid-successors.view.ts';
import { partyOrgsView } from './views/party-orgs.view.ts';
import { peopleView } from './views/people.view.ts';
import { regionsView } from './views/regions.view.ts';

/** In a module of their own, which a thread that folds the past can load without the rest of the service. */
export const views = [partyOrgsView, peopleView, appointmentsView, accountsView, regionsView, gridSuccessors];

export const viewsFrom = import.meta.url;
