import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { latestEnd } from '../lease-time.ts';
import { isGone } from '../owner.ts';
import type { WriteOutcome, WriteRequest } from './protocol.ts';

type Acquire = Extract<WriteRequest, { kind: 'acquire' }>;
type Save = Extract<WriteRequest, { kind: 'save' }>;
type Release = Extract<WriteRequest, { kind: 'release' }>;

/** Checkpoints and their leases, within the open transaction. A released lease has no owner (the empty text). */
export class LeaseWriter {
  readonly #acquire: StatementSync;
  readonly #save: StatementSync;
  readonly #release: StatementSync;

  constructor(db: DatabaseSync) {
    db.function('gone', (owner) => Number(isGone(String(owner))));
    this.#acquire = db.prepare(`
      INSERT INTO checkpoints (name, owner, fence, expires_at) VALUES (:name, :owner, 1, :now + :ttlMs)
      ON CONFLICT (name) DO UPDATE SET
        fence = fence + (owner <> excluded.owner), owner = excluded.owner, expires_at = excluded.expires_at
      WHERE owner = excluded.owner OR expires_at <= :now OR expires_at > :latest OR gone(owner)
      RETURNING fence`);
    this.#save = db.prepare(`
      UPDATE checkpoints SET position = max(coalesce(position, 0), :position)
      WHERE name = :name AND owner = :owner AND fence = :fence`);
    this.#release = db.prepare(`
      UPDATE checkpoints SET owner = '', expires_at = 0 WHERE name = :name AND owner = :owner AND fence = :fence`);
  }

  acquire({ name, owner, ttlMs, now }: Acquire): WriteOutcome {
    const fence = this.#acquire.get({ name, owner, ttlMs, now, latest: latestEnd(now, ttlMs) })?.['fence'];
    return fence === undefined ? { kind: 'lease-held' } : { kind: 'done', fence: Number(fence) };
  }

  save({ name, owner, fence, position }: Save): WriteOutcome {
    return { kind: this.#save.run({ name, owner, fence, position }).changes === 1 ? 'done' : 'lease-lost' };
  }

  release({ name, owner, fence }: Release): WriteOutcome {
    this.#release.run({ name, owner, fence });
    return { kind: 'done' };
  }
}
