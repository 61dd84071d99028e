import type { Instant } from '@panshi/kernel';
import { type Claim, type Claimed, type Idempotency, keptMs } from '../secrets/idempotency.ts';
import { isDuplicate, type MongoConnection } from '@panshi/database/mongo';

interface StoredClaim {
  readonly _id: string;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly at: Instant;
  readonly receipt?: string;
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
    const { commandId, fingerprint, receipt } = first;
    if (fingerprint !== asked.fingerprint) return { commandId, outcome: 'other-body' };
    return { commandId, outcome: 'repeat', ...(receipt !== undefined && { receipt }) };
  };
  return {
    claim: (asked) => connection.run(() => claim(asked)),
    keep: (key, receipt) =>
      connection.run(async () => {
        await claims.updateOne({ _id: key, receipt: { $exists: false } }, { $set: { receipt } });
        return (await claims.findOne({ _id: key }))?.receipt ?? receipt;
      }),
    release: ({ key, commandId }) =>
      connection.run(async () => {
        await claims.deleteOne({ _id: key, commandId, receipt: { $exists: false } });
      }),
    sweep: (now) =>
      connection.run(async () => {
        const before = new Date(Date.parse(now) - keptMs).toISOString();
        return (await claims.deleteMany({ at: { $lt: before } })).deletedCount;
      }),
  };
};
