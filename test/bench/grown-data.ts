import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildNow, cache } from '../support/demo-data.ts';
import { startServer, stopServer } from '../support/server.ts';

const place = join(cache, 'grown');

/**
 * The data folder of `npm start -- --scale N`, seeded and with its views built: once for each build, since that takes
 * minutes. What is measured in it is reading.
 */
export const grownData = async (scale: number): Promise<string> => {
  mkdirSync(place, { recursive: true });
  const data = join(place, `${buildNow()}-${scale}`);
  if (existsSync(data)) return data;
  for (const name of readdirSync(place))
    if (!name.startsWith(buildNow())) rmSync(join(place, name), { recursive: true, force: true });
  const seeding = mkdtempSync(join(place, `${buildNow()}-seeding-`));
  await stopServer(await startServer({ data: seeding, arguments: ['--scale', String(scale)] }));
  renameSync(seeding, data);
  return data;
};
