import {
  FollowCase,
  incidentStream,
  LinkDuplicateIncident,
  may,
  MoveDuplicateIncident,
  MoveIncidentToGrid,
  ReportIncident,
  UnlinkDuplicateIncident,
  wgs84,
  WithdrawIncident,
} from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { cataloguesModel } from '../models/catalogues.model.ts';
import { gridMapModel } from '../models/grid-map.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { incidentBoard } from '../views/incident-board.view.ts';
import { linkDuplicateIncident, moveDuplicateIncident, unlinkDuplicateIncident } from './duplicate.decisions.ts';
import { followCase, moveIncidentToGrid, withdrawIncident } from './incident.decisions.ts';
import { incidentFold } from './incident.ts';
import { reportIncident, type ReportFacts } from './report.decisions.ts';

/** Where the incident is and of what kind, from memory: this is the busiest command there is. */
const reportFacts = (command: ReportIncident, lookup: Lookup): ReportFacts => {
  const { location, categoryCode, onBehalfOf } = command;
  const gridCode = lookup.model(gridMapModel).at(wgs84(location))?.gridCode;
  const colleagueServes = onBehalfOf === undefined ? undefined : lookup.model(peopleModel).serves(onBehalfOf);
  if (gridCode === undefined) return { gridCode, authorised: false, categoryKnown: undefined, colleagueServes };
  return {
    colleagueServes,
    gridCode,
    authorised: may(lookup.principal, 'incident.report', gridCode),
    categoryKnown: lookup.model(cataloguesModel).hasCategory(categoryCode, gridCode, lookup.now),
  };
};

export const incidentAggregate = defineAggregate({
  stream: incidentStream,
  fold: incidentFold,
  territory: (incident) => (incident.status === 'unreported' ? undefined : incident.gridCode),
  regions: (_, { type, data }) => (type === 'IncidentMovedToGrid' ? [data.fromGrid, data.gridCode] : [data.gridCode]),
  views: [incidentBoard],
  commands: (on) => [
    on(ReportIncident, { facts: reportFacts, decide: reportIncident }),
    on(LinkDuplicateIncident, {
      facts: async ({ duplicateOf }, lookup) => ({
        original: (await lookup.views.of(incidentBoard).get(duplicateOf))?.status,
      }),
      decide: linkDuplicateIncident,
    }),
    on(UnlinkDuplicateIncident, { decide: unlinkDuplicateIncident }),
    on(MoveDuplicateIncident, { decide: moveDuplicateIncident }),
    on(MoveIncidentToGrid, { decide: moveIncidentToGrid }),
    on(FollowCase, { decide: followCase }),
    on(WithdrawIncident, { decide: withdrawIncident }),
  ],
});
