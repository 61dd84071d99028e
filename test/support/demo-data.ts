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
import { basename, join } from 'node:path';
import { root, startServer, stopServer } from './server.ts';

export const cache = join(root, '.cache');

/**
 * A data folder that is made once for each build and topology, since that takes its time; every test works on a copy.
 * @param make fills the folder, and lets nobody use it any more
 */
export const keptData = async (name: string, make: (data: string) => Promise<unknown>): Promise<Data> => {
  mkdirSync(cache, { recursive: true });
  const kind = `${name}-${process.env.PANSHI_TOPOLOGY ?? 'embedded'}`;
  const place = join(cache, `${kind}-${buildNow()}`);
  const turn = takeTurn(kind);
  try {
    if (!existsSync(place)) await fill(kind, place, make);
  } finally {
    turn.close();
  }
  return copyOf(place);
};

/** Tells one build from another. */
export const buildNow = (): string =>
  createHash('sha256')
    .update(readFileSync(join(cache, 'build')))
    .digest('hex')
    .slice(0, 12);

/** One test process makes it while the others wait: a lock that ends with its process. */
const takeTurn = (kind: string): DatabaseSync => {
  const turn = new DatabaseSync(join(cache, `${kind}.turn`), { timeout: 600_000 });
  turn.exec('BEGIN EXCLUSIVE');
  return turn;
};

const fill = async (kind: string, place: string, make: (data: string) => Promise<unknown>): Promise<void> => {
  for (const name of readdirSync(cache))
    if (name.startsWith(`${kind}-`)) rmSync(join(cache, name), { recursive: true, force: true });
  const data = mkdtempSync(join(cache, `${kind}-making-`));
  await make(data);
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
  copyTo(from, copy.data);
  return copy;
};

/** @param isWanted of a file's path; all unless told */
export const copyTo = (from: string, to: string, isWanted: (path: string) => boolean = () => true): void =>
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: isWanted });

/** The demo district's data, with its views as the topology keeps them; its log is the same on both. */
export const demoData = (): Promise<Data> =>
  keptData('demo', async (data) => {
    const seeded = join(cache, `demo-embedded-${buildNow()}`);
    if (existsSync(seeded)) copyTo(seeded, data, (path) => !basename(path).startsWith('views.'));
    await stopServer(await startServer({ data }));
  });
