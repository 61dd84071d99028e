import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LeaseTable } from './lease-table.ts';
import type { CheckpointRequest, WriteOutcome } from './protocol.ts';

/** Checkpoints and their leases, within the open transaction. */
export class CheckpointWriter {
  readonly #leases: LeaseTable;
  readonly #save: StatementSync;

  constructor(db: DatabaseSync) {
    this.#leases = new LeaseTable(db, 'checkpoints');
    this.#save = db.prepare('UPDATE checkpoints SET position = max(coalesce(position, 0), ?) WHERE name = ?');
  }

  run(request: CheckpointRequest): WriteOutcome {
    if (request.kind === 'acquire') {
      const lease = this.#leases.acquire(request);
      return lease ? { kind: 'done', fence: lease.fence } : { kind: 'lease-held' };
    }
    if (request.kind === 'release') this.#leases.release(request);
    else if (!this.#leases.holds(request)) return { kind: 'lease-lost' };
    else this.#save.run(request.position, request.name);
    return { kind: 'done' };
  }
}
