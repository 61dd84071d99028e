import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../open-keys.ts';
import { secretsContract } from './secrets.contract.ts';

secretsContract('sqlite', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'panshi-secrets-'));
  const path = join(directory, 'keys.db');
  return {
    open: () => openKeys({ path }),
    stored: async () => readFileSync(path),
    remove: async () => rmSync(directory, { recursive: true }),
  };
});
