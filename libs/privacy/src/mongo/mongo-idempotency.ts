import type { Instant } from '@panshi/kernel';
import { type Claim, type Claimed, type Idempotency, keptMs } from '../secrets/idempotency.ts';
import { isDuplicate, type MongoConnection } from '@panshi/database/mongo';

interface StoredClaim {
  readonly _id: string;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly at: Instant;
}

/** Opens the claims, with the index that a sweep needs. */
export const mongoIdempotency = async (connection: MongoConnection): Promise<Idempotency> => {
  const claims = connection.db.collection<StoredClaim>('idempotency');
  await claims.createIndex({ at: 1 }, { name: 'at' });

  /** Whether the claim is the first of its key: of racing ones the server takes one. */
  const insert = ({ key, commandId, fingerprint, at }: Claim): Promise<boolean> =>
    claims.insertOne({ _id: key, commandId, fingerprint, at }).then(
      () => true,
      (error: unknown) => {
        if (isDuplicate(error)) return false;
        throw error;
      },
    );
  const claim = async (asked: Claim): Promise<Claimed> => {
    if (await insert(asked)) return { commandId: asked.commandId, outcome: 'new' };
    const first = await claims.findOne({ _id: asked.key });
    // Swept in between, or not yet held by a majority.
    if (!first) return claim(asked);
    return { commandId: first.commandId, outcome: first.fingerprint === asked.fingerprint ? 'repeat' : 'other-body' };
  };
  return {
    claim: (asked) => connection.run(() => claim(asked)),
    sweep: (now) =>
      connection.run(async () => {
        const before = new Date(Date.parse(now) - keptMs).toISOString();
        return (await claims.deleteMany({ at: { $lt: before } })).deletedCount;
      }),
  };
};
