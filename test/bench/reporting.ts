import { setTimeout as delay } from 'node:timers/promises';
import { defaultCatalogue } from '@panshi/case';
import type { Api } from '../support/api.ts';

interface GridAnswer {
  readonly items: readonly { readonly location: { readonly lon: number; readonly lat: number } }[];
}

/** Bodies of reports, each of a place in a grid of the reporter's. */
export const reports = async (reporter: Api): Promise<readonly object[]> => {
  const { body } = await reporter.get<GridAnswer>('/grids?limit=100');
  return body.items.map(({ location: { lon, lat } }, i) => ({
    categoryCode: defaultCatalogue.categories[i % defaultCatalogue.categories.length]?.code,
    text: `道路积水，行人绕行，请尽快处理。第 ${i} 次`,
    location: { lon, lat },
    channel: 'patrol',
  }));
};

/** Waits until all that reports have caused is done: cases opened in order, views up to them. It is not the baseline's to bear. */
export const settled = async (reporter: Api, body: object): Promise<void> => {
  const { id } = await reporter.command('/incidents', body);
  while ((await reporter.get(`/cases/${id}`)).status !== 200) await delay(50);
};

/** What the load generator sends: each body in turn, POSTed to a path. */
export const posts = (path: string, headers: object, bodies: readonly object[]): readonly object[] =>
  bodies.map((body) => ({ method: 'POST', path, headers, body: JSON.stringify(body) }));

/** Headers of a JSON request, of an account where one is given. */
export const json = (reporter?: Api): object => ({
  'content-type': 'application/json',
  ...(reporter && { authorization: `Bearer ${reporter.token}` }),
});
