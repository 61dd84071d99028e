import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { JwtService } from '@nestjs/jwt';
import { type Api, signIn } from '../support/api.ts';
import { type Bench, interleave, type Measured } from './bench.ts';
import { cpuMs } from '../support/cpu.ts';
import { crudProgram } from './crud-program.ts';
import { sendAll } from './processes.ts';
import { json, posts, reports } from './reporting.ts';
import { withServer } from './with-server.ts';

const rounds = 5;
const amount = 4000;
const secret = 'a secret of the bench, 32 bytes.';
const claims = { person: 'p', post: 'o', territory: '320113001' };

const [alone, together] = ['a transaction a request', 'commits grouped'];

interface Grid {
  readonly gridCode: string;
  readonly lon: number;
  readonly lat: number;
}

const allGrids = async (reader: Api): Promise<readonly { code: string; lon: number; lat: number }[]> => {
  const found: Grid[] = [];
  let cursor: string | undefined;
  do {
    const page: { items: Grid[]; next?: string } = await reader.ask(
      `/grids?limit=200${cursor ? `&cursor=${cursor}` : ''}`,
    );
    found.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return found.map(({ gridCode: code, lon, lat }) => ({ code, lon, lat }));
};

const casesOnBoard = async (reader: Api): Promise<number> =>
  (await reader.ask<{ total: number }>('/cases?limit=1&facets=true')).total;

/** Seconds from the first of so many reports until all is done, and milliseconds of CPU a report meanwhile. */
interface Done {
  readonly seconds: number;
  readonly cpu: number;
}

type Side = () => Promise<Done>;

/** Both sides ready to be reported to: ours until the last case stands on the board, the other until its last commit. */
const sideBySide = (grouped: boolean, measure: (ours: Side, theirs: Side) => Promise<Measured>): Promise<Measured> =>
  withServer(
    async () => {},
    'demo-street',
    async (server, reporter) => {
      const folder = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
      const officer = await signIn(server.url, 'demo-case');
      const bodies = await reports(reporter);
      const crud = await crudProgram({ folder, grids: await allGrids(officer), secret, grouped });
      const token = new JwtService({ secret }).sign(claims, { subject: 'clerk', expiresIn: '1h' });
      const done = async (pid: number, work: () => Promise<{ start: number; end: number }>): Promise<Done> => {
        const before = cpuMs([pid]);
        const { start, end } = await work();
        return { seconds: (end - start) / 1000, cpu: (cpuMs([pid]) - before) / amount };
      };
      const ours: Side = () =>
        done(server.process.pid!, async () => {
          const before = await casesOnBoard(officer);
          const requests = posts('/api/v1/incidents', json(reporter), bodies);
          const { start } = await sendAll({ url: server.url, requests, amount });
          while ((await casesOnBoard(officer)) < before + amount) await delay(20);
          return { start, end: Date.now() };
        });
      const theirs: Side = () =>
        done(crud.pid, async () => {
          const requests = posts('/incidents', { ...json(), authorization: `Bearer ${token}` }, bodies);
          const { start, finish } = await sendAll({ url: crud.told, requests, amount });
          return { start, end: finish };
        });
      try {
        return await measure(ours, theirs);
      } finally {
        await crud.stop();
        rmSync(folder, { recursive: true });
      }
    },
  );

const rateOf =
  (side: Side): (() => Promise<number>) =>
  async () =>
    amount / (await side()).seconds;

const rate = (name: string, grouped: boolean, note: string): Bench => ({
  name,
  run: () =>
    sideBySide(grouped, async (ours, theirs) => ({
      unit: 'reports/s',
      ...(await interleave(rounds, rateOf(ours), rateOf(theirs))),
      note: `${amount} reports until the last case is on the board ÷ a Nest-on-Fastify application's rows, ${note}`,
    })),
});

const cpu = (name: string, grouped: boolean, how: string): Bench => ({
  name,
  run: () =>
    sideBySide(grouped, async (ours, theirs) => {
      const micros = (side: Side) => async (): Promise<number> => (await side()).cpu * 1000;
      const figures = await interleave(rounds, micros(ours), micros(theirs));
      const note = `CPU of a report, its case opened and all views caught up ÷ of that application's request, ${how}; less is better`;
      return { unit: 'µs', ...figures, note };
    }),
});

/** A report and all it causes, beside an application that writes rows. */
export const crud: readonly Bench[] = [
  rate('command.crud', false, alone),
  rate('command.crud.grouped', true, together),
  cpu('command.cpu', false, alone),
  cpu('command.cpu.grouped', true, together),
];
