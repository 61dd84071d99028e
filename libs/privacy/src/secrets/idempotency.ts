import type { Instant } from '@panshi/kernel';
import type { DatabaseSync } from 'node:sqlite';
import type { GroupWriter } from '../keys/group-writer.ts';

export interface Claim {
  /** Keyed hash of actor, route and `Idempotency-Key`. */
  readonly key: string;
  /** Keyed fingerprint of the request's body. */
  readonly fingerprint: string;
  /** The command id to take when the key is new. */
  readonly commandId: string;
  readonly at: Instant;
}

export interface Claimed {
  /** The id of the command this key stands for: the first claim's. */
  readonly commandId: string;
  /** `other-body`: the key was used before, for something else. */
  readonly outcome: 'new' | 'repeat' | 'other-body';
  /** What was answered, where that was kept: of a command that did nothing the log says nothing. */
  readonly receipt?: string;
}

/** Maps foreign idempotency keys to command ids. The first claim wins, durably, before it is answered. */
export interface Idempotency {
  claim(claim: Claim): Promise<Claimed>;
  /** Keeps with a claimed key what was answered; durable when resolved. The first answer stays, and is returned. */
  keep(key: string, receipt: string): Promise<string>;
  /** Gives up a claim whose command was refused for what it says: no state would have it otherwise. A kept answer stays. */
  release(claim: Pick<Claim, 'key' | 'commandId'>): Promise<void>;
  /** Forgets keys older than 30 days; returns how many. */
  sweep(now: Instant): Promise<number>;
}

/** How long a key is remembered, in milliseconds. */
export const keptMs = 30 * 24 * 60 * 60 * 1000;
const sweepAtOnce = 1000;

export const sqliteIdempotency = (db: DatabaseSync, writer: GroupWriter): Idempotency => {
  const read = db.prepare('SELECT command_id, fingerprint, receipt FROM idempotency WHERE key = ?');
  const insert = db.prepare('INSERT INTO idempotency VALUES (?, ?, ?, ?, NULL)');
  const keep = db.prepare('UPDATE idempotency SET receipt = ifnull(receipt, ?) WHERE key = ? RETURNING receipt');
  const release = db.prepare('DELETE FROM idempotency WHERE key = ? AND command_id = ? AND receipt IS NULL');
  const sweep = db.prepare(
    'DELETE FROM idempotency WHERE key IN (SELECT key FROM idempotency WHERE created_at < ? LIMIT ?)',
  );
  const earlier = ({ key, fingerprint }: Claim): Claimed | undefined => {
    const row = read.get(key);
    if (!row) return undefined;
    const { command_id: commandId, receipt } = row as { command_id: string; receipt: string | null };
    if (row['fingerprint'] !== fingerprint) return { commandId, outcome: 'other-body' };
    return { commandId, outcome: 'repeat', ...(receipt !== null && { receipt }) };
  };
  const first = ({ key, fingerprint, commandId, at }: Claim): Claimed => {
    insert.run(key, commandId, fingerprint, at);
    return { commandId, outcome: 'new' };
  };
  return {
    // A repeat too: what the first claim wrote can be read before it is durable.
    claim: (claim) => writer.write(() => earlier(claim) ?? first(claim)),
    keep: (key, receipt) => writer.write(() => (keep.get(receipt, key)?.['receipt'] as string | undefined) ?? receipt),
    release: ({ key, commandId }) => writer.write(() => void release.run(key, commandId)),
    async sweep(now) {
      const before = new Date(Date.parse(now) - keptMs).toISOString();
      for (let swept = 0; ;) {
        const changes = await writer.write(() => Number(sweep.run(before, sweepAtOnce).changes));
        swept += changes;
        if (changes < sweepAtOnce) return swept;
      }
    },
  };
};
