import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mongoLock } from './mongo-lock.ts';

const source = join(import.meta.dirname, 'ferretdb');
const folder = resolve(import.meta.dirname, '../../.cache/components');

/** A program that speaks MongoDB's wire protocol, or why there is none. */
export type MongoBinary =
  { readonly kind: 'mongod' | 'ferretdb'; readonly path: string } | { readonly missing: string };

const runs = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Changes with what is built, so that a cached binary is never of another version. */
const cached = (): string => {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum', 'main.go']) hash.update(readFileSync(join(source, file)));
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

const build = (path: string): MongoBinary => {
  process.stderr.write('building FerretDB, once: the first time it takes two or three minutes …\n');
  const draft = mkdtempSync(join(folder, 'build-'));
  const args = ['build', '-trimpath', '-tags', 'ferretdb_no_postgresql', '-ldflags', '-s -w', '-o', join(draft, 'out')];
  try {
    const { status, stderr } = spawnSync('go', [...args, '.'], { cwd: source, encoding: 'utf8' });
    if (status !== 0) return { missing: `FerretDB could not be built: ${stderr.trim().split('\n').at(-1)}` };
    renameSync(join(draft, 'out'), path);
    return { kind: 'ferretdb', path };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
