import { defineService } from '@panshi/service-kit';
import { caseAggregate } from './case/case.aggregate.ts';
import { catalogueAggregate } from './catalogue/catalogue.aggregate.ts';
import { accountsModel } from './models/accounts.model.ts';
import { referencesModel } from './models/references.model.ts';
import { getCalendar, getCatalogue } from './queries/catalogue.queries.ts';
import { getCase } from './queries/get-case.queries.ts';
import { listCases } from './queries/list-cases.queries.ts';
import { listProposals } from './queries/proposal.queries.ts';
import { answerCaseRates } from './queries/rates.queries.ts';
import { caseDeadlineTimer } from './reactors/case-deadlines.timer.ts';
import { casesFollowGrids } from './reactors/cases-follow-grids.reactor.ts';
import { firstCases } from './reactors/first-cases.reactor.ts';
import { incidentCases } from './reactors/incident-cases.reactor.ts';
import { wartimeDeadlines } from './reactors/wartime-deadlines.reactor.ts';
import { views, viewsFrom } from './case.views.ts';

/** The case loop (案卷闭环): seven stages, deadlines in working time, rates, and what wartime does to them. */
export const caseDefinition = defineService({
  name: 'case',
  aggregates: [caseAggregate, catalogueAggregate],
  models: [referencesModel, accountsModel],
  views,
  viewsFrom,
  reactors: [incidentCases, firstCases, casesFollowGrids, wartimeDeadlines],
  timers: [caseDeadlineTimer],
  queries: [listCases, getCase, answerCaseRates, getCatalogue, getCalendar, listProposals],
});
