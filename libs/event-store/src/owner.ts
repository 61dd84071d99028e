import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process, or a part of it, as the owner of leases: host, process, and an id never given again. */
export const newOwner = (): string => `${hostname()}/${process.pid}/${randomUUID()}`;

/** Whether an owner's process ran on this machine and has ended: its leases are then free before they run out. */
export const ownerHasEnded = (owner: string): boolean => {
  const [host, pid] = owner.split('/');
  if (host !== hostname() || !/^[1-9]\d*$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};
