import type { Keys } from '../open-keys.ts';

export interface MongoKeysOptions {
  /** `mongodb://…/NAME`: the database is of that name (`panshi-keys` unless told), and of these keys alone. */
  readonly url: string;
  /** 32 bytes in base64 (`PANSHI_MASTER_KEY`). A key file beside the database, as with SQLite, there cannot be. */
  readonly masterKey: string | undefined;
}

/**
 * Opens the keys in a MongoDB database, made at first use, on a server alone or a replica set.
 * @throws {UnusableKeys} without the master key that the keys are wrapped by
 * @throws {KeysUnavailable} where no server answers
 */
export const openMongoKeys = async (options: MongoKeysOptions): Promise<Keys> => {
  const { openMongoKeysNow } = await import('./mongo-keys.ts');
  return openMongoKeysNow(options);
};
