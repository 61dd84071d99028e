import { readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join, relative, resolve } from 'node:path';

/** Whether a file of the data folder is such a socket, by its name. */
export const isKeeperSocket = (name: string): boolean => /^views\.[0-9a-f]{8}\.sock$/.test(name);

/** Where the keeper of views with this name as an owner of leases is asked: a socket in the data folder. */
export const keeperSocket = (data: string, owner: string): string =>
  reachable(join(data, `views.${owner.split('/').at(-1)!.slice(0, 8)}.sock`));

/** A socket's path may be no longer than about a hundred bytes, so it is the shorter of two. */
export const reachable = (path: string): string => {
  const [whole, near] = [resolve(path), relative(process.cwd(), path)];
  return near.length < whole.length ? near : whole;
};

/** Removes the sockets of processes that were killed: nobody listens there. */
export const removeDeadSockets = async (data: string): Promise<void> => {
  const names = readdirSync(data).filter(isKeeperSocket);
  await Promise.all(names.map((name) => removeIfDead(join(data, name))));
};

const removeIfDead = (path: string): Promise<void> =>
  new Promise((resolved) => {
    const probe = createConnection(reachable(path));
    const done = (): void => {
      probe.destroy();
      resolved();
    };
    probe.once('connect', done);
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED') rmSync(path, { force: true });
      done();
    });
  });

/** Whether a process of ours works in a data folder. */
export const isInUse = async (data: string): Promise<boolean> => {
  await removeDeadSockets(data);
  return readdirSync(data).some((name) => name.endsWith('.sock'));
};
