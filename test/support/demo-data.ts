import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer, stopServer } from './server.ts';

const root = resolve(import.meta.dirname, '../..');

/** Seeded once by the real server for each build, since seeding takes half a minute; every test works on a copy. */
const seeded = async (): Promise<string> => {
  const build = createHash('sha256')
    .update(readFileSync(join(root, '.cache/build')))
    .digest('hex')
    .slice(0, 12);
  const place = join(root, '.cache', `demo-${build}`);
  if (existsSync(place)) return place;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const data = mkdtempSync(join(root, '.cache', 'seeding-'));
  const server = await startServer({ data });
  await stopServer(server);
  try {
    renameSync(data, place);
  } catch {
    rmSync(data, { recursive: true });
  }
  return place;
};

/** A copy of the demo district's data, in a folder of its own that `remove` deletes. */
export const demoData = async (): Promise<{ readonly data: string; readonly remove: () => void }> => {
  const data = mkdtempSync(join(tmpdir(), 'panshi-'));
  cpSync(await seeded(), data, { recursive: true });
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) };
};
