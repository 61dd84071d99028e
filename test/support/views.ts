import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HealthCheckResult } from '@nestjs/terminus';
import type { Api } from './api.ts';
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

interface Lag {
  readonly position?: string;
  readonly head?: string;
}

const isAtHead = ({ position, head }: Lag): boolean => position !== undefined && position === head;

/** Waits until every view has folded the whole log. */
export const settled = async (account: Api): Promise<void> => {
  await until(
    async () => (await account.get<HealthCheckResult>('/health/ready')).body.details?.['views'],
    (views) => Object.values(views ?? {}).every((lag) => typeof lag === 'string' || isAtHead(lag as Lag)),
  );
};
