import { randomBytes } from 'node:crypto';
import { createConnection, mongo } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type MongoServer, mongoServer } from '../../../../test/components/mongo.ts';
import { describeWithMongo } from '../../../../test/components/mongo-suite.ts';
import { keyStoreContract } from '../keys/key-store.contract.ts';
import type { Keys } from '../open-keys.ts';
import { secretsContract } from '../secrets/secrets.contract.ts';
import { openMongoKeys } from './open-mongo-keys.ts';
import type { Subject } from '../keys/subject.ts';

const masterKey = randomBytes(32).toString('base64');
const erasure = { ground: 'pipl-47', approver: 'officer-1', at: '2026-03-01T08:00:00.000Z' };

/** All documents of a database, as they lie there. */
const storedIn = async (url: string): Promise<Buffer> => {
  const connection = await createConnection(url).asPromise();
  const db = connection.db as mongo.Db;
  const collections = await db.collections();
  const all = await Promise.all(collections.map((each) => each.find().toArray()));
  await connection.close();
  return Buffer.concat(all.flat().map((document) => Buffer.from(mongo.BSON.serialize(document))));
};

const wrappedIn = async (url: string, subject: string): Promise<readonly Buffer[]> => {
  const connection = await createConnection(url, { promoteBuffers: true }).asPromise();
  const stored = await connection.db!.collection<Subject>('subjects').findOne({ _id: subject });
  await connection.close();
  return stored!.keys.map(({ wrapped }) => Buffer.from(wrapped!));
};

describeWithMongo('keys in MongoDB', () => {
  let server: MongoServer;
  beforeAll(async () => {
    server = await mongoServer();
  });
  afterAll(() => server.stop());

  keyStoreContract('mongodb', () => openMongoKeys({ url: server.database(), masterKey }));

  secretsContract('mongodb', async () => {
    const url = server.database();
    return {
      open: () => openMongoKeys({ url, masterKey }),
      stored: () => storedIn(url),
      remove: async () => undefined,
    };
  });

  describe('several processes', () => {
    let url: string;
    beforeEach(() => {
      url = server.database();
    });
    const withKeys = async <T>(work: (opened: Keys) => Promise<T>): Promise<T> => {
      const opened = await openMongoKeys({ url, masterKey });
      return work(opened).finally(opened.close);
    };

    it('keys outlive a restart, erasures too', async () => {
      const before = await withKeys(async ({ keys }) => {
        await keys.keyFor('b', 'resident');
        await keys.erase('b', erasure);
        return keys.keyFor('a', 'resident');
      });
      await withKeys(async ({ keys }) => {
        expect(await keys.key('a', 1)).toEqual(before.key);
        expect(await keys.key('b', 1)).toBe('erased');
      });
    });

    it('a key that was returned outlives a crash of the server', async () => {
      const made = await withKeys(({ keys }) => keys.keyFor('a', 'resident'));
      await server.kill();
      await server.start();
      expect(await withKeys(({ keys }) => keys.key('a', 1))).toEqual(made.key);
    });

    it('keys never lie there unwrapped, and erased ones not even wrapped', () =>
      withKeys(async ({ keys }) => {
        const { key } = await keys.keyFor('a', 'resident');
        const [wrapped] = await wrappedIn(url, 'a');
        const before = await storedIn(url);
        expect([before.includes(wrapped!), before.includes(Buffer.from(key))]).toEqual([true, false]);
        await keys.erase('a', erasure);
        expect((await storedIn(url)).includes(wrapped!)).toBe(false);
      }));

    it('what one erased is closed to another that had used it', () =>
      withKeys(({ keys: here }) =>
        withKeys(async ({ keys: there }) => {
          await here.keyFor('a', 'resident');
          await there.keyFor('a', 'resident');
          await there.key('a', 1);
          await here.erase('a', erasure);
          expect(await there.key('a', 1)).toBe('erased');
          await expect(there.keyFor('a', 'resident')).rejects.toMatchObject({ code: 'privacy.subject-erased' });
        }),
      ));

    it('racing ones get one key for each subject, whichever creates first', () =>
      withKeys(({ keys: here }) =>
        withKeys(async ({ keys: there }) => {
          const subjects = Array.from({ length: 300 }, (_, i) => `p-${i}`);
          const take = (keys: Keys['keys']) => Promise.all(subjects.map((each) => keys.keyFor(each, 'resident')));
          const [one, other] = await Promise.all([take(here), take(there)]);
          expect(one).toEqual(other);
        }),
      ));

    it('a key of a new class made by one is seen by another', () =>
      withKeys(({ keys: here }) =>
        withKeys(async ({ keys: there }) => {
          await here.keyFor('a', 'duty');
          await here.key('a', 1);
          const made = await there.keyFor('a', 'resident');
          expect(await here.key('a', 2)).toEqual(made.key);
          expect(await here.keyFor('a', 'resident')).toEqual(made);
        }),
      ));

    it('of what is asked at once, one refused takes no other down', () =>
      withKeys(async ({ keys }) => {
        await keys.keyFor('erased', 'resident');
        await keys.erase('erased', erasure);
        const asked = ['a', 'erased', 'b'].map((subject) => keys.keyFor(subject, 'resident'));
        expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
        ]);
      }));

    it('closing finishes what was asked, and takes no more', async () => {
      const { keys, close } = await openMongoKeys({ url, masterKey });
      const asked = keys.keyFor('a', 'resident');
      await Promise.all([close(), expect(asked).resolves.toMatchObject({ version: 1 })]);
      await expect(keys.keyFor('a', 'resident')).rejects.toMatchObject({ name: 'KeysUnavailable' });
    });
  });

  describe('the master key', () => {
    const refusal = (url: string, given: string | undefined): Promise<string> =>
      openMongoKeys({ url, masterKey: given }).then(
        () => 'it opened',
        (error: Error) => `${error.name}: ${error.message}`,
      );

    it('must be given', async () => {
      expect(await refusal(server.database(), undefined)).toMatch(/^UnusableKeys: .*PANSHI_MASTER_KEY/);
    });

    it('must be 32 bytes in base64', async () => {
      expect(await refusal(server.database(), 'c2hvcnQ=')).toMatch(/^UnusableKeys: .*32 bytes/);
    });

    it('must be the one that the keys are wrapped by', async () => {
      const url = server.database();
      await (await openMongoKeys({ url, masterKey })).close();
      expect(await refusal(url, randomBytes(32).toString('base64'))).toMatch(/^UnusableKeys: .*another master key/);
      await (await openMongoKeys({ url, masterKey })).close();
    });

    it('is not told by keys whose check is lost', async () => {
      const url = server.database();
      const opened = await openMongoKeys({ url, masterKey });
      await opened.keys.keyFor('a', 'resident');
      await opened.close();
      const connection = await createConnection(url).asPromise();
      await connection.db!.collection('secrets').deleteMany({});
      await connection.close();
      expect(await refusal(url, masterKey)).toMatch(/^UnusableKeys: .*restore them from a backup/);
    });
  });

  it('where no server answers, it says so and names no password', async () => {
    const gone = openMongoKeys({ url: 'mongodb://panshi:secret@127.0.0.1:1/keys', masterKey });
    await expect(gone).rejects.toThrow(/no MongoDB answers at mongodb:\/\/127\.0\.0\.1:1\/keys/);
  });
});
