import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { viewStoreContract } from '../contract/view-store.contract.ts';
import { openSqliteViewStore } from './sqlite-view-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'panshi-views-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

viewStoreContract('SQLite in memory', (clock) => openSqliteViewStore({ path: ':memory:', clock }));
viewStoreContract('SQLite in a file', (clock) =>
  openSqliteViewStore({ path: join(directory, `${files++}.db`), clock }),
);
