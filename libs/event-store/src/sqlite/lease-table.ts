import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { latestLeaseEnd } from '../lease-time.ts';
import { ownerHasEnded } from '../owner.ts';
import type { Lease } from '../port.ts';

/** A lease asked for. */
export interface LeaseRequest extends Pick<Lease, 'name' | 'owner'> {
  /** The time now, in milliseconds since the epoch, and how long the lease is to last. */
  readonly now: number;
  readonly ttlMs: number;
}

/**
 * Leases in a table of `name`, `owner`, `fence` and `expires_at`; in the caller's transaction. A released lease has no
 * owner (the empty text). One whose holder's process has ended is not waited for.
 */
export class LeaseTable {
  readonly #acquire: StatementSync;
  readonly #release: StatementSync;
  readonly #holds: StatementSync;

  constructor(db: DatabaseSync, table: string) {
    db.function('gone', (owner) => Number(ownerHasEnded(String(owner))));
    this.#acquire = db.prepare(`
      INSERT INTO ${table} (name, owner, fence, expires_at) VALUES (:name, :owner, 1, :now + :ttlMs)
      ON CONFLICT (name) DO UPDATE SET
        fence = fence + (owner <> excluded.owner), owner = excluded.owner, expires_at = excluded.expires_at
      WHERE owner = excluded.owner OR expires_at <= :now OR expires_at > :latest OR gone(owner)
      RETURNING fence`);
    this.#release = db.prepare(`
      UPDATE ${table} SET owner = '', expires_at = 0 WHERE name = ? AND owner = ? AND fence = ?`);
    this.#holds = db.prepare(`SELECT 1 FROM ${table} WHERE name = ? AND owner = ? AND fence = ?`);
  }

  acquire({ name, owner, now, ttlMs }: LeaseRequest): Lease | undefined {
    const row = this.#acquire.get({ name, owner, now, ttlMs, latest: latestLeaseEnd(now, ttlMs) });
    return row && { name, owner, fence: Number(row['fence']) };
  }

  release({ name, owner, fence }: Lease): void {
    this.#release.run(name, owner, fence);
  }

  /** Whether the lease is still the newest: it may have run out, as long as nobody else took it. */
  holds({ name, owner, fence }: Lease): boolean {
    return this.#holds.get(name, owner, fence) !== undefined;
  }
}
