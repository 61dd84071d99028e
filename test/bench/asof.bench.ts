import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { caseDefinition } from '@panshi/case';
import { type Grant, ListCases, queryOptions } from '@panshi/contracts';
import { openSqliteEventStore, ordinalOf, toPosition } from '@panshi/event-store';
import { gridDefinition } from '@panshi/grid';
import { organizationDefinition } from '@panshi/organization';
import { Past, ThreadedFolds } from '@panshi/read-model';
import { pastViewSource, type ServiceDefinition } from '@panshi/service-kit';
import { demoData } from '../support/demo-data.ts';
import type { Bench, Measured } from './bench.ts';
import { caseLog } from './case-log.ts';

const tries = 100;
const million = 1_000_000;

const grants: readonly Grant[] = [{ role: 'auditor', territory: '', permissions: ['case.read'] }];
const principal = { actor: { account: 'bench', person: '', post: '' }, grants };
const listCases = caseDefinition.queries.find(({ query }) => query === ListCases)!;
const boards = caseDefinition.views.filter(({ name }) => queryOptions(ListCases).views.includes(name));

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1]!;

/** A page of 50 cases at moments all over the log, each in no order with the one before, from snapshots made beforehand. */
const pages = async (data: string, services: readonly ServiceDefinition[], limit: number): Promise<Measured> => {
  const log = { path: join(data, 'events.db') };
  const store = await openSqliteEventStore(log);
  const folds = new ThreadedFolds(log);
  const sources = services.map((service) => pastViewSource(service, data));
  for (const source of sources) folds.include(source);
  const past = new Past({ folds });
  try {
    const started = performance.now();
    await past.grow();
    const seconds = Math.round((performance.now() - started) / 1000);
    const end = ordinalOf(await store.head());
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const times: number[] = [];
    for (let i = 0; i < tries; i++) {
      const position = toPosition(Math.ceil(((i * 0.618_034) % 1) * end));
      const begun = performance.now();
      const { views, release } = await past.asOf(boards, position, { account: 'bench', deadline: Date.now() + 60_000 });
      const open = () => Promise.reject(new Error('nothing of a list is sealed'));
      await listCases.answer({ limit: 50 }, { views, principal, now: new Date().toISOString(), open });
      times.push(performance.now() - begun);
      release();
    }
    delay.disable();
    const value = Math.round(percentile(times, 0.95));
    const megabytes = sources.reduce((sum, { path }) => sum + statSync(path).size, 0) / 1_048_576;
    const note = [
      `p95 of a page of 50 cases at ${tries} moments of ${end} events, median ${Math.round(percentile(times, 0.5))} ms; ratio is the limit ÷ ours`,
      `event loop's p99 delay ${(delay.percentile(99) / 1e6).toFixed(1)} ms`,
      `snapshots of ${Math.round(megabytes)} MiB made in ${seconds} s of half a core`,
    ].join('; ');
    return { unit: 'ms', value, baseline: limit, ratio: limit / value, note };
  } finally {
    await past.close();
    await store.close();
  }
};

const demo: Bench = {
  name: 'asof.query',
  async run() {
    const { data, remove } = await demoData();
    try {
      const services = [caseDefinition, gridDefinition, organizationDefinition];
      const measured = await pages(data, services, 150);
      const kept = services.reduce((sum, service) => sum + statSync(pastViewSource(service, data).path).size, 0);
      const views = statSync(join(data, 'views.db')).size;
      if (kept > views) throw new Error(`snapshots take ${kept} bytes, more than the views with ${views}`);
      return measured;
    } finally {
      remove();
    }
  },
};

const large: Bench = {
  name: 'asof.query.million',
  async run() {
    const data = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
    try {
      const store = await openSqliteEventStore({ path: join(data, 'events.db') });
      await store.import(caseLog(million));
      await store.close();
      return await pages(data, [caseDefinition], 500);
    } finally {
      rmSync(data, { recursive: true });
    }
  },
};

/** Any moment of two years, as the time slider asks for it. */
export const asof: readonly Bench[] = [demo, large];
