import { GroupWriter } from './keys/group-writer.ts';
import type { KeyStore } from './keys/key-store.ts';
import { openKeysDatabase } from './keys/keys-database.ts';
import { masterKey } from './keys/master-key.ts';
import { SqliteKeyStore } from './keys/sqlite-key-store.ts';
import { truncateLog } from './keys/truncate-log.ts';
import { walSync } from './keys/wal-sync.ts';
import { type EndedSessions, sqliteEndedSessions } from './secrets/ended-sessions.ts';
import { type Credentials, sqliteCredentials } from './secrets/credentials.ts';
import { type Idempotency, sqliteIdempotency } from './secrets/idempotency.ts';
import { namedSecrets } from './secrets/named-secret.ts';

export interface KeysOptions {
  /** The SQLite file; the master key file lies beside it. */
  readonly path: string;
  /** 32 bytes in base64 (`PANSHI_MASTER_KEY`); absent: the key file beside the database, made with it. */
  readonly masterKey?: string | undefined;
  /** How many subjects' unwrapped keys are held in memory. */
  readonly cacheSize?: number;
}

/** What one keys database holds. */
export interface Keys {
  readonly keys: KeyStore;
  readonly credentials: Credentials;
  readonly idempotency: Idempotency;
  readonly endedSessions: EndedSessions;
  /** A secret of 32 bytes by name (`fingerprints`, `tokens`), made at first use and the same ever after. */
  secret(name: string): Promise<Uint8Array>;
  /** Finishes what was asked, then closes the file. */
  close(): Promise<void>;
}

/** Opens the keys database, creating it and its master key at first start. @throws {UnusableKeys} having changed nothing */
export const openKeys = async ({ path, masterKey: given, cacheSize = 20_000 }: KeysOptions): Promise<Keys> => {
  const { db, master } = openKeysDatabase(path, () => masterKey(path, given));
  await truncateLog(db);
  const wal = await walSync(path);
  const writer = new GroupWriter(db, wal.sync);
  return {
    keys: new SqliteKeyStore(db, writer, master, cacheSize),
    credentials: sqliteCredentials(db, writer),
    idempotency: sqliteIdempotency(db, writer),
    endedSessions: sqliteEndedSessions(db, writer),
    secret: namedSecrets(db, writer, master),
    close: async () => {
      await writer.close();
      await wal.close();
      db.close();
    },
  };
};
