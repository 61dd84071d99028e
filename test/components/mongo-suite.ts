import { describe, it } from '@jest/globals';
import { found } from './mongo.ts';

/** A suite that needs the server: without one it is skipped by name, or fails where everything is required (CI). */
export const describeWithMongo = (name: string, body: () => void): void => {
  if ('path' in found) return describe(name, body);
  const { missing } = found;
  if (process.env.PANSHI_REQUIRE_ALL !== '1') return describe.skip(name, () => it.skip(missing, () => undefined));
  describe(name, () =>
    it('needs a MongoDB server', () => {
      throw new Error(missing);
    }),
  );
};
