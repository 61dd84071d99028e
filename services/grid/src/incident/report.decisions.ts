import { type ReportIncident, wgs84 } from '@panshi/contracts';
import { rounded } from '@panshi/kernel';
import { reject } from '../reject.ts';
import type { DecideIncident } from './incident.ts';

/** What is known of the place and the category at the moment of the report. */
export interface ReportFacts {
  /** The grid the location lies in; undefined outside all grids. */
  readonly gridCode: string | undefined;
  /** Whether the actor may report in that grid. */
  readonly authorised: boolean;
  /** Whether the category is in the catalogue in force; undefined where no catalogue is. */
  readonly categoryKnown: boolean | undefined;
  /** Whether whom it is recorded for is registered and serves; undefined where it is recorded for nobody else. */
  readonly colleagueServes: boolean | undefined;
}

/** Records an incident in the grid it lies in, under a pseudonym of its own for whoever reports. */
export const reportIncident: DecideIncident<ReportIncident, ReportFacts> = (
  incident,
  command,
  { facts, actor, newId },
) => {
  const { categoryCode, text, location: sent, pictures = [], reporter, urgent = false, channel } = command;
  const location = rounded(wgs84(sent));
  const { lon, lat, system = 'wgs84' } = sent;
  const gridCode = facts.gridCode ?? reject('incident.outside-district', { ...location });
  if (!facts.authorised) reject('incident.outside-territory', { gridCode });
  if (facts.categoryKnown === undefined) reject('incident.no-catalogue', { categoryCode });
  if (!facts.categoryKnown) reject('incident.unknown-category', { categoryCode });
  if (command.onBehalfOf === actor.person) reject('incident.on-behalf-of-oneself');
  if (command.onBehalfOf && !facts.colleagueServes)
    reject('incident.on-behalf-of-unknown', { onBehalfOf: command.onBehalfOf });
  const incidentId = command.incidentId ?? newId('incidentId');
  if (incident.status !== 'unreported') reject('incident.exists', { incidentId });
  return [
    {
      type: 'IncidentReported',
      data: {
        incidentId,
        gridCode,
        categoryCode,
        text,
        location,
        locationGiven: system === 'wgs84' ? undefined : { lon, lat, system },
        pictures: pictures.map(({ pictureId, sha256 }) => ({ pictureId, sha256 })),
        reporterId: newId('reporter'),
        reporterName: reporter?.name,
        reporterPhone: reporter?.phone,
        urgent,
        channel,
        recordedBy: actor.person,
        onBehalfOf: command.onBehalfOf,
        onBehalfReason: command.onBehalfReason,
      },
    },
  ];
};
