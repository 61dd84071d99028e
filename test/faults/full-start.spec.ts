import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Data } from '../support/demo-data.ts';
import { logOf } from '../support/log.ts';
import { panshiViews } from '../support/panshi-views.ts';
import { refusedServer, startServer, stopServer } from '../support/server.ts';
import { smallDistrict } from '../support/small-district.ts';
import { describeWithSmallDisk, type SmallDisk, smallDisk } from './small-disk.ts';

describeWithSmallDisk('a start on a full disk', () => {
  let district: Data;
  let disk: SmallDisk;
  beforeEach(async () => {
    district = await smallDistrict();
    disk = smallDisk();
  });
  afterEach(() => {
    disk.remove();
    district.remove();
  });

  /** Runs a server that is killed, so that each database has a write-ahead log, whose index is gone as after a power cut. */
  const crashed = async (environment: Readonly<Record<string, string>>): Promise<void> => {
    const server = await startServer({ data: district.data, environment });
    server.process.kill('SIGKILL');
    await server.ended;
    for (const folder of [district.data, disk.path])
      for (const name of readdirSync(folder)) if (name.endsWith('-shm')) rmSync(join(folder, name));
  };

  it.each(['events', 'views', 'keys'])(
    'of the %s says so, and not that anything is damaged; freed, it starts',
    async (place) => {
      for (const name of readdirSync(district.data))
        if (name.startsWith(`${place}.`)) cpSync(join(district.data, name), join(disk.path, name));
      const environment = { [`PANSHI_${place.toUpperCase()}`]: `sqlite:${join(disk.path, `${place}.db`)}` };
      await crashed(environment);
      disk.fill();
      const { code, output } = await refusedServer({ data: district.data, environment });
      expect(code).toBe(1);
      expect(output).toMatch(new RegExp(`the disk of .*${place}\\.db is full: free some of it`));
      expect(output).not.toMatch(/restore|delete|^\s+at /m);
      if (place !== 'keys') {
        const asked = await panshiViews(district.data, ['rebuild', 'incident-board'], { environment });
        expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('is full: free some of it')]);
        expect(asked.stderr).not.toMatch(/^\s+at /m);
      }
      disk.free();
      expect(await stopServer(await startServer({ data: district.data, environment }))).toBe(0);
      expect(await logOf(place === 'events' ? disk.path : district.data)).not.toEqual([]);
    },
  );
});
