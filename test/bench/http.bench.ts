import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api } from '../support/api.ts';
import { type Bench, interleave } from './bench.ts';
import { growCaseBoard } from './grow-case-board.ts';
import { bareNest, load } from './processes.ts';
import { json, posts, reports, settled } from './reporting.ts';
import { withServer } from './with-server.ts';

const rounds = 3;
const seconds = 6;
const command: Bench = {
  name: 'command.http',
  run: () =>
    withServer(
      async () => {},
      'demo-street',
      async (server, reporter) => {
        const bare = await bareNest();
        const reported = await reports(reporter);
        const ours = { url: server.url, requests: posts('/api/v1/incidents', json(reporter), reported), seconds };
        const base = { url: bare.url, requests: posts('/', json(), reported), seconds };
        try {
          const measured = await interleave(
            rounds,
            async () => {
              const rate = await load(ours);
              await settled(reporter, reported[0]!);
              return rate;
            },
            () => load(base),
          );
          return {
            unit: 'commands/s',
            ...measured,
            note: 'incident reported and durable, 50 connections, vs bare Nest POST',
          };
        } finally {
          bare.stop();
        }
      },
    ),
};

const query: Bench = {
  name: 'query.http',
  run: () =>
    withServer(
      (data) => growCaseBoard(data, 100_000),
      'demo-case',
      async (server, reporter) => {
        const path = '/api/v1/cases?stage=evaluated&limit=50';
        const page = await api(server.url, reporter.token).get('/cases?stage=evaluated&limit=50');
        const folder = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
        writeFileSync(join(folder, 'page.json'), JSON.stringify(page.body));
        const bare = await bareNest(join(folder, 'page.json'));
        const ours = { url: server.url, requests: [{ method: 'GET', path, headers: json(reporter) }], seconds };
        const base = { url: bare.url, requests: [{ method: 'GET', path: '/', headers: json() }], seconds };
        try {
          const measured = await interleave(
            rounds,
            () => load(ours),
            () => load(base),
          );
          const size = JSON.stringify(page.body).length;
          return {
            unit: 'pages/s',
            ...measured,
            note: `50 of 100,000 cases, ${size} bytes, vs bare Nest GET of the same`,
          };
        } finally {
          bare.stop();
          rmSync(folder, { recursive: true });
        }
      },
    ),
};

export const http: readonly Bench[] = [command, query];
