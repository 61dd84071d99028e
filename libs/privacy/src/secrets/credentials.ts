import type { DatabaseSync } from 'node:sqlite';
import type { GroupWriter } from '../keys/group-writer.ts';
import { hashPassword, verifyPassword } from './argon2id.ts';

/** Passwords of accounts, as argon2id hashes. */
export interface Credentials {
  /** Sets or replaces an account's password; durable when resolved. */
  set(account: string, password: string): Promise<void>;
  /** Whether the account exists and this is its password; an unknown account takes as long. */
  verify(account: string, password: string): Promise<boolean>;
  remove(account: string): Promise<void>;
}

/** Where the hashes of passwords lie, by account; what is put is durable when resolved. */
export interface Hashes {
  find(account: string): Promise<string | undefined>;
  put(account: string, phc: string): Promise<unknown>;
  remove(account: string): Promise<unknown>;
}

export const credentialsIn = (hashes: Hashes): Credentials => {
  let decoy: Promise<string> | undefined;
  return {
    async set(account, password) {
      await hashes.put(account, await hashPassword(password));
    },
    async verify(account, password) {
      const known = await hashes.find(account);
      const matches = await verifyPassword(password, known ?? (await (decoy ??= hashPassword(''))));
      return matches && known !== undefined;
    },
    async remove(account) {
      await hashes.remove(account);
    },
  };
};

export const sqliteCredentials = (db: DatabaseSync, writer: GroupWriter): Credentials => {
  const read = db.prepare('SELECT phc FROM credential WHERE account = ?');
  const replace = db.prepare('INSERT OR REPLACE INTO credential VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM credential WHERE account = ?');
  return credentialsIn({
    find: async (account) => read.get(account)?.['phc'] as string | undefined,
    put: (account, phc) => writer.write(() => replace.run(account, phc)),
    remove: (account) => writer.write(() => remove.run(account)),
  });
};
