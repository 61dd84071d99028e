import { hashPassword, verifyPassword } from '../secrets/argon2id.ts';
import type { Credentials } from '../secrets/credentials.ts';

import { isDuplicate, type MongoConnection } from '@panshi/database/mongo';

interface Credential {
  readonly _id: string;
  readonly phc: string;
}

export const mongoCredentials = (connection: MongoConnection): Credentials => {
  const credentials = connection.db.collection<Credential>('credentials');
  let decoy: Promise<string> | undefined;
  const put = async (account: string, phc: string): Promise<void> => {
    await credentials.replaceOne({ _id: account }, { phc }, { upsert: true }).catch((error: unknown) => {
      // Two set the first password of one account at once: the later one replaces.
      if (isDuplicate(error)) return put(account, phc);
      throw error;
    });
  };
  return {
    async set(account, password) {
      const phc = await hashPassword(password);
      await connection.run(() => put(account, phc));
    },
    async verify(account, password) {
      const known = await connection.run(() => credentials.findOne({ _id: account }));
      const matches = await verifyPassword(password, known?.phc ?? (await (decoy ??= hashPassword(''))));
      return matches && known !== null;
    },
    async remove(account) {
      await connection.run(() => credentials.deleteOne({ _id: account }));
    },
  };
};
