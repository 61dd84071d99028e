import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The clock of a server process, which a test sets ahead and back while it runs. */
export interface ShiftingClock {
  /** For the server's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** By how much it is ahead from now on, in milliseconds; negative: behind. */
  set(aheadMs: number): void;
  now(): number;
}

const preloaded = pathToFileURL(join(import.meta.dirname, 'shifted-clock.mjs')).href;

/** @param folder for the file that says by how much it is ahead */
export const shiftingClock = (folder: string): ShiftingClock => {
  const file = join(folder, 'clock-shift');
  let ahead = 0;
  const set = (aheadMs: number): void => {
    ahead = aheadMs;
    // At once: a file half written would be another time.
    writeFileSync(`${file}.new`, String(aheadMs));
    renameSync(`${file}.new`, file);
  };
  set(0);
  return {
    environment: { NODE_OPTIONS: `--import=${preloaded}`, PANSHI_CLOCK_SHIFT: file },
    set,
    now: () => Date.now() + ahead,
  };
};
