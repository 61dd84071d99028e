import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the files of a spec. */
export const temporaryFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'panshi-log-'));
  let files = 0;
  return {
    path,
    /** A path no file has yet. */
    file: () => join(path, `${++files}`, 'events.db'),
    remove: () => rmSync(path, { recursive: true }),
  };
};
