import { setTimeout as delay } from 'node:timers/promises';
import type { HealthCheckResult } from '@nestjs/terminus';
import type { MongoServer } from '../components/mongo.ts';
import { api } from '../support/api.ts';
import { until } from '../support/until.ts';
import type { Up } from '../support/up.ts';
import { hasSettled } from '../support/views.ts';

/** What faults befall: `npm run up` with its views on a MongoDB server. */
export interface System {
  readonly up: Up;
  readonly mongo: MongoServer;
  /** The database of the views. */
  readonly views: string;
  /** The file of the log. */
  readonly log: string;
}

/** How each process says that it is; `undefined` where it does not answer. */
export type Healths = Readonly<Record<string, HealthCheckResult | undefined>>;

/** One that hangs does not answer. */
const patienceMs = 2000;

export const healths = async ({ up }: System): Promise<Healths> => {
  const asked = [...up.urls()].map(async ([name, url]) => {
    const answer = api(url)
      .get<HealthCheckResult>('/health/ready')
      .catch(() => undefined);
    return [name, (await Promise.race([answer, delay(patienceMs, undefined, { ref: false })]))?.body] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
};

const ok = (all: Healths): boolean => Object.values(all).every((health) => health?.status === 'ok');

/** Waits until every process says that it is ready. @throws {Error} with what they say after so many seconds */
export const allReady = async (system: System, seconds = 90): Promise<Healths> =>
  until(() => healths(system), ok, seconds);

/** Waits until no view or reactor of any process has anything of the log before it: nobody may be acting. */
export const allSettled = async (system: System): Promise<void> => {
  const settled = (all: Healths): boolean =>
    ok(all) && Object.values(all).every((health) => hasSettled(health!.details));
  await until(() => healths(system), settled, 90);
};
