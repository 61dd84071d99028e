import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const version = '2.14.9';
const folder = resolve(import.meta.dirname, '../../.cache/components');
const cached = join(folder, `nats-server-${version}`);

/** A program, or why there is none. */
export type Found = { readonly path: string } | { readonly missing: string };

const runs = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** The nats-server of this machine: that on the PATH, else the one built here earlier, else one built now. */
export const natsServer = (): Found => {
  if (runs('nats-server', '--version')) return { path: 'nats-server' };
  if (existsSync(cached)) return { path: cached };
  if (!runs('go', 'version')) return { missing: 'no nats-server on the PATH, and no Go to build one' };
  mkdirSync(folder, { recursive: true });
  // One test process builds while the others wait: a lock that ends with its process.
  const turn = new DatabaseSync(join(folder, 'building.db'), { timeout: 300_000 });
  try {
    turn.exec('BEGIN EXCLUSIVE');
    return existsSync(cached) ? { path: cached } : build();
  } finally {
    turn.close();
  }
};

const build = (): Found => {
  const drafts = mkdtempSync(join(folder, 'build-'));
  try {
    const { status, stderr } = spawnSync('go', ['install', `github.com/nats-io/nats-server/v2@v${version}`], {
      env: { ...process.env, GOBIN: drafts, GOFLAGS: '-trimpath' },
      encoding: 'utf8',
    });
    if (status !== 0) return { missing: `nats-server could not be built: ${stderr.trim().split('\n').at(-1)}` };
    renameSync(join(drafts, 'nats-server'), cached);
    return { path: cached };
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
};
