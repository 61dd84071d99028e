import { existsSync, readdirSync } from 'node:fs';
import { get } from 'node:http';
import { json } from 'node:stream/consumers';
import { join } from 'node:path';
import { OperatorError } from '@panshi/kernel';
import type { RebuildProgress } from '@panshi/read-model';
import type { StoreAddress } from '../settings/settings.ts';
import { isKeeperSocket, reachable } from './keeper-socket.ts';

/** What a process that keeps views says of itself. */
export interface KeeperStatus {
  /** Of its leases. */
  readonly owner: string;
  /** Where it keeps the views: a SQLite file by its whole path, or a server. */
  readonly views: StoreAddress;
  /** The views that it keeps, or watches another process keep. */
  readonly names: readonly string[];
  readonly building: readonly RebuildProgress[];
}

/** Milliseconds after which a process counts as hung that has taken a connection. */
const silentMs = 10_000;

/** The processes that run on a data folder and keep views. @throws {OperatorError} for one that does not answer */
export const keepersIn = async (data: string, withinMs = silentMs): Promise<readonly KeeperStatus[]> => {
  const names = existsSync(data) ? readdirSync(data).filter(isKeeperSocket) : [];
  return (await Promise.all(names.map((name) => statusFrom(join(data, name), withinMs)))).flat();
};

const statusFrom = async (path: string, withinMs: number): Promise<readonly KeeperStatus[]> => {
  try {
    return [await fetchStatus(reachable(path), withinMs)];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return [];
    throw new OperatorError(
      `view.keeper-silent: the process behind ${path} does not say where it keeps the views (${code ?? message}). Ask as the user that runs it; where it hangs, end it first.`,
      { cause: error },
    );
  }
};

const fetchStatus = (socketPath: string, timeout: number): Promise<KeeperStatus> =>
  new Promise((resolve, reject) => {
    const asking = get({ socketPath, path: '/', timeout }, (response) => {
      resolve(json(response) as Promise<KeeperStatus>);
    });
    asking.once('timeout', () => asking.destroy(new Error('silent')));
    asking.once('error', reject);
  });
