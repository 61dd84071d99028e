import { MongoConnection } from '@panshi/database/mongo';
import { KeysUnavailable } from '../errors.ts';

/**
 * The database of keys. A key is durable before it seals anything, whichever member is lost: on the disks of a majority.
 * @throws {KeysUnavailable} where no server answers, or it refuses us
 */
export const openKeysDatabase = (url: string): Promise<MongoConnection> =>
  MongoConnection.open({
    url,
    usual: 'panshi-keys',
    what: 'the keys',
    unavailable: KeysUnavailable,
    client: { promoteBuffers: true },
    database: { writeConcern: { w: 'majority', journal: true } },
  });
