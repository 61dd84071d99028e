import { defineService } from '@panshi/service-kit';
import { cloudGroupAggregate } from './cloud-group/cloud-group.aggregate.ts';
import { gridAggregate } from './grid/grid.aggregate.ts';
import { incidentAggregate } from './incident/incident.aggregate.ts';
import { mobilisationAggregate } from './mobilisation/mobilisation.aggregate.ts';
import { accountsModel } from './models/accounts.model.ts';
import { calendarsModel } from './models/calendars.model.ts';
import { cataloguesModel } from './models/catalogues.model.ts';
import { gridMapModel } from './models/grid-map.model.ts';
import { peopleModel } from './models/people.model.ts';
import { regionsModel } from './models/regions.model.ts';
import { listCloudGroups } from './queries/cloud-group.queries.ts';
import { getGrid, listGrids, locateGrid } from './queries/grid.queries.ts';
import { getIncident, listIncidents } from './queries/incident.queries.ts';
import { nearbyIncidents } from './queries/nearby.queries.ts';
import { getActivation, listActivations, listMobilisations } from './queries/wartime.queries.ts';
import { listWartimeRequests } from './queries/wartime-request.queries.ts';
import { firstReports } from './reactors/first-reports.reactor.ts';
import { missedCheckIns } from './reactors/missed-check-ins.timer.ts';
import { groupsFollowGrids } from './reactors/groups-follow-grids.reactor.ts';
import { incidentsFollowCases } from './reactors/incidents-follow-cases.reactor.ts';
import { leadersQualify } from './reactors/leaders-qualify.reactor.ts';
import { mobilise } from './reactors/mobilise.reactor.ts';
import { wartimeRequestTimer } from './reactors/wartime-requests.timer.ts';
import { wartimeAggregate } from './wartime/wartime.aggregate.ts';
import { views, viewsFrom } from './grid.views.ts';

/** Grids of a community, incidents in them, wartime, and cloud groups. */
export const gridDefinition = defineService({
  name: 'grid',
  aggregates: [gridAggregate, incidentAggregate, wartimeAggregate, mobilisationAggregate, cloudGroupAggregate],
  views,
  viewsFrom,
  models: [gridMapModel, regionsModel, peopleModel, cataloguesModel, calendarsModel, accountsModel],
  reactors: [mobilise, firstReports, incidentsFollowCases, groupsFollowGrids, leadersQualify],
  timers: [missedCheckIns, wartimeRequestTimer],
  queries: [
    listGrids,
    getGrid,
    locateGrid,
    listIncidents,
    getIncident,
    nearbyIncidents,
    listActivations,
    getActivation,
    listWartimeRequests,
    listMobilisations,
    listCloudGroups,
  ],
});
