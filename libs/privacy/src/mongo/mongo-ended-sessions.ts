import type { MongoConnection } from '@panshi/database/mongo';
import type { Instant } from '@panshi/kernel';
import type { EndedSessions } from '../secrets/ended-sessions.ts';

interface Ended {
  readonly _id: string;
  readonly until: Instant;
}

export const mongoEndedSessions = (connection: MongoConnection): EndedSessions => {
  const ended = connection.db.collection<Ended>('ended-sessions');
  return {
    put: (session, until, now) =>
      connection.run(async () => {
        await ended.deleteMany({ until: { $lte: now } });
        await ended.replaceOne({ _id: session }, { until }, { upsert: true });
      }),
    all: (now) =>
      connection.run(async () => {
        const remembered = await ended.find({ until: { $gt: now } }).toArray();
        return remembered.map(({ _id }) => _id);
      }),
  };
};
