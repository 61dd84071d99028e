import { type Credentials, credentialsIn } from '../secrets/credentials.ts';
import { isDuplicate, type MongoConnection } from '@panshi/database/mongo';

interface Credential {
  readonly _id: string;
  readonly phc: string;
}

export const mongoCredentials = (connection: MongoConnection): Credentials => {
  const credentials = connection.db.collection<Credential>('credentials');
  const put = async (account: string, phc: string): Promise<void> => {
    await credentials.replaceOne({ _id: account }, { phc }, { upsert: true }).catch((error: unknown) => {
      // Two set the first password of one account at once: the later one replaces.
      if (isDuplicate(error)) return put(account, phc);
      throw error;
    });
  };
  return credentialsIn({
    find: async (account) => (await connection.run(() => credentials.findOne({ _id: account })))?.phc,
    put: (account, phc) => connection.run(() => put(account, phc)),
    remove: (account) => connection.run(() => credentials.deleteOne({ _id: account })),
  });
};
