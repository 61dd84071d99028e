import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, startServer, stopServer } from './server.ts';

export const cache = join(root, '.cache');

/** Seeded once by the real server for each build, since seeding takes half a minute; every test works on a copy. */
const seeded = async (): Promise<string> => {
  mkdirSync(cache, { recursive: true });
  const place = join(cache, `demo-${buildNow()}`);
  const turn = takeTurn();
  try {
    if (!existsSync(place)) await seed(place);
  } finally {
    turn.close();
  }
  return place;
};

/** Tells one build from another. */
export const buildNow = (): string =>
  createHash('sha256')
    .update(readFileSync(join(cache, 'build')))
    .digest('hex')
    .slice(0, 12);

/** One test process seeds while the others wait: a lock that ends with its process. */
const takeTurn = (): DatabaseSync => {
  const turn = new DatabaseSync(join(cache, 'seeding.db'), { timeout: 300_000 });
  turn.exec('BEGIN EXCLUSIVE');
  return turn;
};

const seed = async (place: string): Promise<void> => {
  for (const name of readdirSync(cache))
    if (/^(demo|seeding)-/.test(name)) rmSync(join(cache, name), { recursive: true, force: true });
  const data = mkdtempSync(join(cache, 'seeding-'));
  await stopServer(await startServer({ data }));
  renameSync(data, place);
};

/** A folder of its own that `remove` deletes. */
export interface Data {
  readonly data: string;
  readonly remove: () => void;
}

export const emptyData = (): Data => {
  const data = mkdtempSync(join(tmpdir(), 'panshi-'));
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) };
};

/** A copy of a data folder whose server has stopped. */
export const copyOf = (from: string): Data => {
  const copy = emptyData();
  cpSync(from, copy.data, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
};

/** A copy of the demo district's data. */
export const demoData = async (): Promise<Data> => copyOf(await seeded());
