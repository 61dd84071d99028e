import { UnusableKeys } from '../errors.ts';
import { decodeKey } from '../keys/master-key.ts';
import type { Keys } from '../open-keys.ts';
import { openKeysDatabase } from './connect.ts';
import { mongoCredentials } from './mongo-credentials.ts';
import { mongoEndedSessions } from './mongo-ended-sessions.ts';
import { mongoIdempotency } from './mongo-idempotency.ts';
import { MongoKeyStore } from './mongo-key-store.ts';
import { checkMaster, mongoSecrets } from './mongo-secrets.ts';
import type { MongoKeysOptions } from './open-mongo-keys.ts';

const noMaster =
  'keys in MongoDB need a master key that is not: give 32 random bytes in base64 as PANSHI_MASTER_KEY, the same to ' +
  'every process, and keep a copy away from the database (openssl rand -base64 32 makes one)';

/** As {@link openMongoKeys}, which loads this only when asked for. */
export const openMongoKeysNow = async ({ url, masterKey }: MongoKeysOptions): Promise<Keys> => {
  if (!masterKey) throw new UnusableKeys(noMaster);
  const master = decodeKey(masterKey, 'PANSHI_MASTER_KEY');
  const connection = await openKeysDatabase(url);
  try {
    await connection.run(() => checkMaster(connection.db, master));
    return {
      keys: new MongoKeyStore(connection, master),
      credentials: mongoCredentials(connection),
      idempotency: await connection.run(() => mongoIdempotency(connection)),
      endedSessions: mongoEndedSessions(connection),
      secret: mongoSecrets(connection, master),
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
};
