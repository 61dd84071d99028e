import { randomBytes } from 'node:crypto';
import type { mongo } from 'mongoose';
import { UnusableKeys } from '../errors.ts';
import { unwrap, wrap } from '../keys/wrap.ts';
import { isDuplicate, type MongoConnection } from '@panshi/database/mongo';

interface Secret {
  readonly _id: string;
  readonly wrapped: Uint8Array;
}

const secretBytes = 32;
const check = 'master key check';

const secretsIn = (db: mongo.Db): mongo.Collection<Secret> => db.collection<Secret>('secrets');

/** The secret of a name; where there is none yet, the first one placed is it. */
const placed = async (db: mongo.Db, name: string, wrapNew: () => Uint8Array): Promise<Uint8Array> => {
  for (;;) {
    const found = await secretsIn(db).findOne({ _id: name });
    if (found) return found.wrapped;
    await secretsIn(db)
      .insertOne({ _id: name, wrapped: wrapNew() })
      .catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
  }
};

/**
 * Checks that the keys of this database are wrapped by the master key given: the first to open it says which that is.
 * @throws {UnusableKeys} for another master key, or where there are keys and the check is lost
 */
export const checkMaster = async (db: mongo.Db, master: Uint8Array): Promise<void> => {
  const known = await secretsIn(db).findOne({ _id: check });
  if (!known && (await db.collection('subjects').findOne()))
    throw new UnusableKeys(`the keys in ${db.databaseName} are damaged: restore them from a backup`);
  unwrap(master, check, await placed(db, check, () => wrap(master, check, Buffer.from(check))));
};

/** Reads a secret by name; made of 32 random bytes at first use, wrapped by the master key, durable when resolved. */
export const mongoSecrets = (connection: MongoConnection, master: Uint8Array) => {
  const purpose = (name: string): string => `secret ${name}`;
  return (name: string): Promise<Uint8Array> =>
    connection.run(async () => {
      const create = (): Uint8Array => wrap(master, purpose(name), randomBytes(secretBytes));
      return unwrap(master, purpose(name), await placed(connection.db, purpose(name), create));
    });
};
