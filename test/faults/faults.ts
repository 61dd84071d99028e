import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, createConnection } from 'mongoose';
import { processes } from '../../scripts/workspace.ts';
import { mongoKind } from '../components/mongo.ts';
import { until } from '../support/until.ts';
import type { Client } from './client.ts';
import { healths, type System } from './system.ts';

/** One thing that goes wrong while clients act. It resolves when it is over: what follows must mend itself. */
export interface Fault {
  readonly name: string;
  inflict(system: System, clients: readonly Client[], random: () => number): Promise<void>;
}

const sqliteBusy = 5;
const longestAwayMs = 3000;

/** Of a service with several instances, one of them. */
const killed = (service: string): Fault => ({
  name: `kill -9 of ${service}`,
  inflict: async ({ up }, _, random) => {
    const pids = up.pids(service);
    const pid = pids[Math.floor(random() * pids.length)]!;
    const again = until(
      async () => up.pids(service),
      (now) => !now.includes(pid),
      90,
    );
    process.kill(pid, 'SIGKILL');
    await again;
  },
});

const mongoKilled: Fault = {
  name: 'kill -9 of the views’ server',
  inflict: async ({ mongo }, _, random) => {
    await mongo.kill();
    await delay(random() * longestAwayMs);
    await mongo.start();
  },
};

/** A FerretDB whose whole database is dropped while it is used was seen to crash: SIGBUS, its file is gone under it. */
const dropEach = async ({ db }: Connection): Promise<void> => {
  const collections = await db!.listCollections().toArray();
  // First what leases are checked by: a projector that still wrote would be believed.
  const inOrder = collections.map(({ name }) => name).toSorted((a, b) => Number(b === 'views') - Number(a === 'views'));
  for (const name of inOrder) await db!.dropCollection(name);
};

const wiped: Fault = {
  name: 'the views’ database wiped',
  inflict: async ({ views }) => {
    const connection = await createConnection(views).asPromise();
    await (mongoKind === 'ferretdb' ? dropEach(connection) : connection.dropDatabase());
    await connection.close();
  },
};

/** Longer than the gateway waits for any answer (10 s). */
const beyondDeadlinesMs = 11_000;

/** The broker hangs for longer than any deadline, and until every client has waited in vain for an answer. */
const brokerPaused: Fault = {
  name: 'the broker paused beyond deadlines',
  inflict: async ({ up }, clients) => {
    const [pid] = up.pids('nats') as [number];
    const late = (): readonly number[] =>
      clients.map(({ refusals }) => (refusals.get('deadline-passed') ?? 0) + (refusals.get('no-service') ?? 0));
    const before = late();
    const since = performance.now();
    process.kill(pid, 'SIGSTOP');
    const waited = until(
      async () => late(),
      (now) => performance.now() - since > beyondDeadlinesMs && now.every((count, i) => count > before[i]!),
      90,
    );
    await waited.finally(() => process.kill(pid, 'SIGCONT'));
  },
};

const isLocked = (path: string): boolean => {
  const db = new DatabaseSync(path, { timeout: 500 });
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === sqliteBusy) return true;
    throw error;
  } finally {
    db.close();
  }
};

/** Not in the middle of an append: a file's lock stays with a process that hangs, and nobody else could write. */
const pausedBetweenAppends = (pid: number, log: string): Promise<boolean> =>
  until(
    async () => {
      process.kill(pid, 'SIGSTOP');
      const locked = isLocked(log);
      if (locked) process.kill(pid, 'SIGCONT');
      return locked;
    },
    (locked) => !locked,
    90,
  );

/** The instance that keeps most of a service's views hangs until the other keeps them all. */
const keeperPaused = (service: string): Fault => ({
  name: `${service} paused beyond its leases`,
  inflict: async (system) => {
    const { up, log } = system;
    const kept = async (name: string): Promise<number> => {
      const views = Object.values((await healths(system))[name]?.details['views'] ?? {});
      return views.filter((view) => view.role === 'live').length;
    };
    const [one, other] = [`${service}.1`, `${service}.2`] as const;
    const all = (await kept(one)) + (await kept(other));
    const [keeper, heir] = (await kept(one)) >= (await kept(other)) ? [one, other] : [other, one];
    const [pid] = up.pids(keeper) as [number];
    await pausedBetweenAppends(pid, log);
    const inherited = until(
      () => kept(heir),
      (now) => now >= all,
      90,
    );
    await inherited.finally(() => process.kill(pid, 'SIGCONT'));
  },
});

/** Services of which there are two: another keeps what one that hangs has kept. */
const doubled = ['grid', 'case'];

/** What `npm run up` is told for these faults. */
export const instances = ['--instances', doubled.map((service) => `${service}=2`).join()];

/** Each at least once in every run. */
export const faults: readonly Fault[] = [
  ...[...processes, 'nats'].map(killed),
  mongoKilled,
  wiped,
  brokerPaused,
  ...doubled.map(keeperPaused),
];

/** A round of all of them, in an order that follows from chance. */
export const shuffled = <T>(all: readonly T[], random: () => number): readonly T[] =>
  all
    .map((each) => [random(), each] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, each]) => each);
