import { latestEnd, type Lease } from '@panshi/event-store';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Leases of views; in the caller's transaction. */
export class LeaseWriter {
  readonly #acquire: StatementSync;
  readonly #release: StatementSync;
  readonly #holds: StatementSync;

  constructor(db: DatabaseSync) {
    this.#acquire = db.prepare(`
      INSERT INTO leases VALUES (:name, :owner, 1, :now + :ttlMs) ON CONFLICT (name) DO UPDATE
        SET fence = fence + (owner <> excluded.owner), owner = excluded.owner, expires_at = excluded.expires_at
        WHERE owner = excluded.owner OR expires_at <= :now OR expires_at > :latest OR owner = :gone
      RETURNING fence`);
    this.#release = db.prepare(`
      UPDATE leases SET owner = '', expires_at = 0 WHERE name = ? AND owner = ? AND fence = ?`);
    this.#holds = db.prepare('SELECT 1 FROM leases WHERE name = ? AND owner = ? AND fence = ?');
  }

  /** @param gone a holder whose process has ended: its lease is not waited for */
  acquire(name: string, owner: string, now: number, ttlMs: number, gone = ''): Lease | undefined {
    const row = this.#acquire.get({ name, owner, now, ttlMs, gone, latest: latestEnd(now, ttlMs) });
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
