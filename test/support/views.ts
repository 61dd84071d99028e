import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HealthCheckResult } from '@nestjs/terminus';
import type { Api } from './api.ts';
import { type Server, stopServer } from './server.ts';
import { until } from './until.ts';

/** A hash of every view in a data folder whose server has stopped: all documents, and what they have seen. */
export const viewHashes = (data: string): Readonly<Record<string, string>> => {
  const db = new DatabaseSync(join(data, 'views.db'), { readOnly: true });
  try {
    const views = db.prepare('SELECT view, version FROM views ORDER BY view, version').all();
    return Object.fromEntries(
      views.map(({ view, version }) => [`${view}@${version}`, hashOf(db, `${view}@${version}`)]),
    );
  } finally {
    db.close();
  }
};

const hashOf = (db: DatabaseSync, table: string): string => {
  const hash = createHash('sha256');
  let documents = 0;
  for (const { id, seen, document } of db.prepare(`SELECT id, seen, document FROM "${table}" ORDER BY id`).iterate()) {
    hash.update(`${id} ${seen} ${document}\n`);
    documents += 1;
  }
  return `${documents} ${hash.digest('hex')}`;
};

export const removeViews = (data: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `views.db${suffix}`), { force: true });
};

/** The hashes of a folder's views as its server left them, and when another has built them from nothing. */
export const builtAnew = async (
  views: string,
  start: () => Promise<Server>,
): Promise<{ left: object; anew: object }> => {
  const left = viewHashes(views);
  removeViews(views);
  await stopServer(await start());
  return { left, anew: viewHashes(views) };
};

interface Progress {
  readonly position?: string;
  readonly head?: string;
}

/** A part of what a service says of its health: its state, and how far each of its own is. */
const progressOf = (part: object | undefined): readonly Progress[] =>
  Object.values(part ?? {}).filter((each) => typeof each !== 'string');

/** Whether every view has folded the whole log and every reactor has seen it: nobody will add to it. */
export const hasSettled = ({ views, reactors }: HealthCheckResult['details']): boolean => {
  const [heads, seen] = [progressOf(views), progressOf(reactors)];
  const head = heads[0]?.head;
  return [...heads, ...seen].every(({ position }) => position !== undefined && position === head);
};

/** Waits until a service has settled. */
export const settled = async (account: Api): Promise<void> => {
  await until(async () => (await account.get<HealthCheckResult>('/health/ready')).body.details ?? {}, hasSettled);
};
