import { describe, expect, it } from '@jest/globals';
import { GetCatalogue, GetIncident, GetRegion, permissions, type QueryType } from '@panshi/contracts';
import { queryController } from './query-controller.ts';

const grants = [{ permissions: Object.keys(permissions), territory: '320113' }];

interface Handler {
  handle(...args: readonly unknown[]): Promise<unknown>;
}

/** What a reader who holds version 3 is answered. */
const answered = async (type: QueryType, query: object, version: number | undefined = 3): Promise<unknown> => {
  const Route = queryController(type) as new (services: object) => Handler;
  const route = new Route({ query: async () => ({ body: { code: 'x' }, position: '1', version }) });
  let status = 200;
  const response = { header: () => undefined, status: (code: number) => void (status = code) };
  const session = { principal: { grants } };
  const body = await route.handle({ headers: { 'if-none-match': '"3"' }, panshi: { session } }, response, {}, query);
  return [status, body];
};

const whole = [200, { code: 'x' }];
const unchanged = [304, undefined];

describe('an answer that its reader holds', () => {
  it('is not sent again where its version says that it is the same', async () => {
    expect(await answered(GetRegion, {})).toEqual(unchanged);
    expect(await answered(GetRegion, {}, 4)).toEqual(whole);
    expect(await answered(GetCatalogue, { edition: '2026' })).toEqual(unchanged);
    expect(await answered(GetCatalogue, { asOf: '2026-03-01' })).toEqual(unchanged);
  });

  it('is sent where it changes by the clock alone, as editions take effect', async () =>
    expect(await answered(GetCatalogue, {})).toEqual(whole));

  it('is sent where nobody may keep it', async () => expect(await answered(GetIncident, {})).toEqual(whole));
});
