import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mongoLock } from './mongo-lock.ts';

const source = join(import.meta.dirname, 'ferretdb');
const folder = resolve(import.meta.dirname, '../../.cache/components');

/** A program that speaks MongoDB's wire protocol, or why there is none. */
export type MongoBinary =
  { readonly kind: 'mongod' | 'ferretdb'; readonly path: string } | { readonly missing: string };

const runs = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

const sources = ['go.mod', 'go.sum', 'main.go', 'pushdown.patch'];

/** Changes with what is built, so that a cached binary is never of another version. */
const cached = (): string => {
  const hash = createHash('sha256');
  for (const file of sources) hash.update(readFileSync(join(source, file)));
  return join(folder, `ferretdb-${hash.digest('hex').slice(0, 16)}`);
};

/** The server of this machine: mongod on the PATH, else FerretDB built here earlier, else built now, which takes minutes. */
export const mongoBinary = async (): Promise<MongoBinary> => {
  if (runs('mongod', '--version')) return { kind: 'mongod', path: 'mongod' };
  const path = cached();
  if (existsSync(path)) return { kind: 'ferretdb', path };
  if (!runs('go', 'version')) return { missing: 'no mongod on the PATH, and no Go to build FerretDB with' };
  mkdirSync(folder, { recursive: true });
  return mongoLock(join(folder, 'ferretdb.lock'), () => (existsSync(path) ? { kind: 'ferretdb', path } : build(path)));
};

/** FerretDB with our patch: stock 1.24 reads a whole collection for each question (see docs/adr/0015). */
const build = (path: string): MongoBinary => {
  process.stderr.write('building FerretDB, once: the first time it takes two or three minutes …\n');
  const draft = mkdtempSync(join(folder, 'build-'));
  // Git is not to take the draft for a part of this repository.
  const env = { ...process.env, GOFLAGS: '', GIT_CEILING_DIRECTORIES: folder };
  const tags = ['-trimpath', '-tags', 'ferretdb_no_postgresql', '-ldflags', '-s -w'];
  try {
    for (const file of sources) cpSync(join(source, file), join(draft, file));
    for (const [command, ...args] of [
      ['go', 'mod', 'vendor'],
      ['git', 'apply', 'pushdown.patch'],
      ['go', 'build', '-mod=vendor', ...tags, '-o', 'out', '.'],
    ] as const) {
      const { status, stderr } = spawnSync(command, args, { cwd: draft, env, encoding: 'utf8' });
      if (status !== 0) return { missing: `FerretDB could not be built: ${stderr?.trim().split('\n').at(-1)}` };
    }
    renameSync(join(draft, 'out'), path);
    return { kind: 'ferretdb', path };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
