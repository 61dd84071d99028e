/** Rebuilds the case board of a log into a file of its own, and tells how long that took and the memory it needed. */
import { caseBoard } from '@panshi/case';
import { openSqliteEventStore } from '@panshi/event-store';
import { openSqliteViewStore, Projector } from '@panshi/read-model';

const [log, target] = process.argv.slice(2) as [string, string];
const events = await openSqliteEventStore({ path: log });
const views = await openSqliteViewStore({ path: target });
const head = await events.head();
const stop = new AbortController();
const onError = (error: unknown): never => {
  throw error;
};

const start = performance.now();
const projector = await Projector.open({ events, views, view: caseBoard, owner: 'bench', onError });
const running = projector.run(stop.signal);
await projector.waitFor(head, Date.now() + 600_000);
const seconds = (performance.now() - start) / 1000;

const count = await projector.table.count();
stop.abort();
await running;
await Promise.all([events.close(), views.close()]);
process.send?.({ seconds, count, maxRssMiB: process.resourceUsage().maxRSS / 1024 });
process.disconnect?.();
