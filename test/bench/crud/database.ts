import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** The indexes that lists of incidents, of cases and of a case's history need: as many as the views and the log have. */
const schema = `
  CREATE TABLE grids (code TEXT PRIMARY KEY, lon REAL NOT NULL, lat REAL NOT NULL);
  CREATE INDEX grids_by_place ON grids (lon, lat);

  CREATE TABLE incidents (
    id TEXT PRIMARY KEY, grid_code TEXT NOT NULL, street_code TEXT NOT NULL, category_code TEXT NOT NULL,
    text TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, urgent INTEGER NOT NULL, channel TEXT NOT NULL,
    status TEXT NOT NULL, reported_at TEXT NOT NULL, recorded_by TEXT NOT NULL
  );
  CREATE INDEX incidents_by_time ON incidents (reported_at);
  CREATE INDEX incidents_by_category ON incidents (category_code, reported_at);
  CREATE INDEX incidents_by_grid_and_time ON incidents (grid_code, reported_at);
  CREATE INDEX incidents_by_place ON incidents (lon, lat);

  CREATE TABLE cases (
    id TEXT PRIMARY KEY, incident_id TEXT NOT NULL REFERENCES incidents, stage TEXT NOT NULL, category_code TEXT NOT NULL,
    grid_code TEXT NOT NULL, community_code TEXT NOT NULL, street_code TEXT NOT NULL, unit TEXT, urgent INTEGER NOT NULL,
    opened_at TEXT NOT NULL, deadline TEXT, open INTEGER NOT NULL, overdue INTEGER NOT NULL, version INTEGER NOT NULL
  );
  CREATE INDEX cases_by_grid ON cases (grid_code);
  CREATE INDEX cases_by_time ON cases (opened_at);
  CREATE INDEX cases_by_deadline ON cases (deadline);
  CREATE INDEX cases_by_stage ON cases (stage, deadline);
  CREATE INDEX cases_by_stage_and_time ON cases (stage, opened_at);
  CREATE INDEX cases_by_street ON cases (street_code, deadline);
  CREATE INDEX cases_by_unit ON cases (unit, deadline);
  CREATE INDEX cases_by_open ON cases (open, deadline);

  CREATE TABLE history (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases, version INTEGER NOT NULL, type TEXT NOT NULL,
    at TEXT NOT NULL, account TEXT NOT NULL, person TEXT NOT NULL, post TEXT NOT NULL, data TEXT NOT NULL
  );
  CREATE UNIQUE INDEX history_by_case ON history (case_id, version);
  CREATE INDEX history_by_type ON history (type);
`;

/** The one database of the application, with the district's grids in it. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly connection = new DatabaseSync(process.env.CRUD_DATABASE!);

  constructor() {
    this.connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768');
    this.connection.exec(schema);
    const insert = this.connection.prepare('INSERT INTO grids VALUES (?, ?, ?)');
    const grids = JSON.parse(readFileSync(process.env.CRUD_GRIDS!, 'utf8')) as {
      code: string;
      lon: number;
      lat: number;
    }[];
    this.connection.exec('BEGIN');
    for (const { code, lon, lat } of grids) insert.run(code, lon, lat);
    this.connection.exec('COMMIT');
  }

  onApplicationShutdown(): void {
    this.connection.close();
  }
}
