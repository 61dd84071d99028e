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

export const sqliteCredentials = (db: DatabaseSync, writer: GroupWriter): Credentials => {
  const read = db.prepare('SELECT phc FROM credential WHERE account = ?');
  const replace = db.prepare('INSERT OR REPLACE INTO credential VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM credential WHERE account = ?');
  let decoy: Promise<string> | undefined;
  return {
    async set(account, password) {
      const phc = await hashPassword(password);
      await writer.write(() => replace.run(account, phc));
    },
    async verify(account, password) {
      const known = read.get(account)?.['phc'] as string | undefined;
      const matches = await verifyPassword(password, known ?? (await (decoy ??= hashPassword(''))));
      return matches && known !== undefined;
    },
    async remove(account) {
      await writer.write(() => remove.run(account));
    },
  };
};
