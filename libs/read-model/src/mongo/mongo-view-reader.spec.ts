import { describe, expect, it, jest } from '@jest/globals';
import type { mongo } from 'mongoose';
import { sampleView } from '../contract/samples.ts';
import { MongoViewReader } from './mongo-view-reader.ts';
import type { Stored } from './stored.ts';

describe('what the server is asked for', () => {
  it('carries the time after which it stops: nobody waits for the answer any more', async () => {
    const found = { sort: () => found, limit: () => found, map: () => found, toArray: async () => [] };
    const documents = {
      findOne: jest.fn(async () => null),
      find: jest.fn(() => found),
      countDocuments: jest.fn(async () => 0),
      aggregate: jest.fn(() => found),
    };
    const reader = new MongoViewReader({ ...sampleView(), text: true }, (read) =>
      read(documents as unknown as mongo.Collection<Stored>),
    );
    await reader.get('a');
    await reader.find({ facets: ['stage'], total: true });
    await reader.count();
    const calls = Object.values(documents).flatMap(({ mock }) => mock.calls as unknown[][]);
    expect(calls.map((call) => call.at(-1))).toEqual(calls.map(() => expect.objectContaining({ maxTimeMS: 5_000 })));
    expect(calls).toHaveLength(5);
  });
});
