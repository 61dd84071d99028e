import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtOnce, type Missing, onPath, type Step } from './found.ts';

/** A program that speaks MongoDB's wire protocol: `mongod`, or `ferretdb`, which stands in for it. */
export interface MongoProgram {
  readonly kind: 'mongod' | 'ferretdb';
  readonly path: string;
}

/** The server of this machine: mongod on the PATH, else FerretDB built here earlier, else built now, which takes minutes. */
export const findMongo = (): MongoProgram | Missing => {
  const path = onPath('mongod');
  if (path !== undefined) return { kind: 'mongod', path };
  const found = builtOnce({ title: 'MongoDB server', name: ferretdb(), output: 'out', steps });
  return 'missing' in found ? found : { kind: 'ferretdb', ...found };
};

/** How the server is started on a port of the loopback with its files in a folder, and the line that says it is ready. */
export const mongoProcess = (kind: MongoProgram['kind'], port: number, data: string) => {
  if (kind === 'ferretdb') return { arguments: [`127.0.0.1:${port}`, data], ready: /^mongodb:/ };
  const place = ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', data];
  return { arguments: [...place, '--wiredTigerCacheSizeGB', '0.25'], ready: /Waiting for connections/ };
};

const source = join(import.meta.dirname, 'ferretdb');
const sources = ['go.mod', 'go.sum', 'main.go', 'pushdown.patch'];

/** Changes with what is built, so that a cached program is never of another version. */
const ferretdb = (): string => {
  const hash = createHash('sha256');
  for (const file of sources) hash.update(readFileSync(join(source, file)));
  return `ferretdb-${hash.digest('hex').slice(0, 16)}`;
};

/** FerretDB with our patch: stock 1.24 reads a whole collection for each question (see docs/adr/0015). */
const steps = (draft: string): readonly Step[] => {
  for (const file of sources) cpSync(join(source, file), join(draft, file));
  // Git is not to take the draft for a part of this repository.
  const env = { GOFLAGS: '', GIT_CEILING_DIRECTORIES: join(draft, '..') };
  const options = ['-mod=vendor', '-trimpath', '-tags', 'ferretdb_no_postgresql', '-ldflags', '-s -w'];
  return [
    ['go', ['mod', 'vendor'], env],
    ['git', ['apply', 'pushdown.patch'], env],
    ['go', ['build', ...options, '-o', 'out', '.'], env],
  ];
};
