import { defineService } from '@panshi/service-kit';
import { caseAggregate } from './case/case.aggregate.ts';
import { catalogueAggregate } from './catalogue/catalogue.aggregate.ts';
import { referencesModel } from './models/references.model.ts';
import { getCalendar, getCatalogue } from './queries/catalogue.queries.ts';
import { getCase } from './queries/get-case.query.ts';
import { listCases } from './queries/list-cases.query.ts';
import { answerCaseRates } from './queries/rates.queries.ts';
import { caseDeadlineTimer } from './reactors/case-deadlines.timer.ts';
import { casesFollowGrids } from './reactors/cases-follow-grids.reactor.ts';
import { incidentCases } from './reactors/incident-cases.reactor.ts';
import { wartimeDeadlines } from './reactors/wartime-deadlines.reactor.ts';
import { activeWartime } from './views/active-wartime.view.ts';
import { caseBoard } from './views/case-board.view.ts';
import { caseDeadlines } from './views/case-deadlines.view.ts';
import { caseFile } from './views/case-file.view.ts';
import { caseRates } from './views/case-rates.view.ts';
import { calendars, catalogues } from './views/catalogues.view.ts';
import { gridOutlines } from './views/grid-outlines.view.ts';

/** The case loop (案卷闭环): seven stages, deadlines in working time, rates, and what wartime does to them. */
export const caseDefinition = defineService({
  name: 'case',
  aggregates: [caseAggregate, catalogueAggregate],
  models: [referencesModel],
  views: [caseBoard, caseFile, caseDeadlines, activeWartime, caseRates, catalogues, calendars, gridOutlines],
  reactors: [incidentCases, casesFollowGrids, wartimeDeadlines],
  timers: [caseDeadlineTimer],
  queries: [listCases, getCase, answerCaseRates, getCatalogue, getCalendar],
});
