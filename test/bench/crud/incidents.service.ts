import { BadRequestException, ForbiddenException, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Commits } from './commits.ts';
import { Database } from './database.ts';
import type { ReportIncidentDto } from './report-incident.dto.ts';
import type { Claims } from './token.guard.ts';

/** Degrees around a place within which its grid's centre is looked for. */
const around = 0.02;

export interface Reported {
  readonly id: string;
  readonly caseId: string;
  readonly gridCode: string;
}

@Injectable()
export class IncidentsService {
  private readonly nearestGrid;
  private readonly insertIncident;
  private readonly insertCase;
  private readonly insertHistory;

  constructor(
    private readonly commits: Commits,
    { connection }: Database,
  ) {
    this.nearestGrid = connection.prepare(
      `SELECT code FROM grids WHERE lon BETWEEN :lon - ${around} AND :lon + ${around}
        AND lat BETWEEN :lat - ${around} AND :lat + ${around}
        ORDER BY (lon - :lon) * (lon - :lon) + (lat - :lat) * (lat - :lat) LIMIT 1`,
    );
    this.insertIncident = connection.prepare('INSERT INTO incidents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.insertCase = connection.prepare('INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.insertHistory = connection.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  }

  /** Records the incident, opens its case and begins the case's history. */
  report(incident: ReportIncidentDto, claims: Claims): Promise<Reported> {
    const { lon, lat } = incident.location;
    const gridCode = this.nearestGrid.get({ lon, lat })?.['code'] as string | undefined;
    if (gridCode === undefined) throw new BadRequestException('outside all grids');
    if (!gridCode.startsWith(claims.territory)) throw new ForbiddenException('outside your territory');
    return this.commits.run(() => this.insert(incident, gridCode, claims));
  }

  private insert(incident: ReportIncidentDto, gridCode: string, { sub, person, post }: Claims): Reported {
    const { incidentId: id = v7(), categoryCode, text, location, channel, urgent = false } = incident;
    const now = new Date().toISOString();
    const [community, street] = [gridCode.slice(0, 12), gridCode.slice(0, 9)];
    const isUrgent = Number(urgent);
    const { lon, lat } = location;
    this.insertIncident.run(
      id,
      gridCode,
      street,
      categoryCode,
      text,
      lon,
      lat,
      isUrgent,
      channel,
      'reported',
      now,
      person,
    );
    this.insertCase.run(
      id,
      id,
      'collected',
      categoryCode,
      gridCode,
      community,
      street,
      null,
      isUrgent,
      now,
      null,
      1,
      0,
      0,
    );
    const opened = JSON.stringify({ categoryCode, gridCode, location, urgent, channel, openedAt: now });
    this.insertHistory.run(v7(), id, 0, 'CaseOpened', now, sub, person, post, opened);
    return { id, caseId: id, gridCode };
  }
}
