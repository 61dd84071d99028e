import type { CaseDetails, GridSummary, Page } from '@panshi/contracts';
import type { Api, Receipt } from './api.ts';
import { until } from './until.ts';

/** A place that lies in a grid. */
export interface Spot {
  readonly gridCode: string;
  readonly lon: number;
  readonly lat: number;
}

/** A place in a grid of the territory, found as a client finds it. The centre of a bent grid may lie outside of it. */
export const spotIn = async (account: Api, territory: string): Promise<Spot> => {
  const { items } = await account.ask<Page<GridSummary>>(`/grids?territory=${territory}&limit=200`);
  for (const { gridCode, location } of items) {
    const { lon, lat } = location;
    const { status, body } = await account.get<GridSummary>(`/grid-at?lon=${lon}&lat=${lat}`);
    if (status === 200 && body.gridCode === gridCode) return { gridCode, lon, lat };
  }
  throw new Error(`no grid of ${territory} holds its own centre`);
};

/** What is sent for an incident at a spot. */
export const incidentAt = ({ lon, lat }: Spot, more: object = {}): object => ({
  categoryCode: '10202',
  text: '车行道坑洼，雨天积水',
  location: { lon, lat },
  channel: 'patrol',
  ...more,
});

export const getCase = (account: Api, caseId: string, after?: string): Promise<CaseDetails> =>
  account.ask<CaseDetails>(`/cases/${caseId}${after ? `?after=${after}` : ''}`);

/** The case that the reactor opens for an incident, once it has. */
export const caseOpened = async (account: Api, incidentId: string): Promise<CaseDetails> => {
  const { body } = await until(
    () => account.get<CaseDetails>(`/cases/${incidentId}`),
    ({ status }) => status === 200,
  );
  return body;
};

/** Reports an incident and waits for its case. */
export const openCase = async (reporter: Api, officer: Api, spot: Spot, more: object = {}): Promise<string> => {
  const { id } = await reporter.command('/incidents', incidentAt(spot, more));
  await caseOpened(officer, id!);
  return id!;
};

/** One step of a case after another, each by whoever does it; the receipt of each. */
export const take = async (
  caseId: string,
  ...steps: readonly (readonly [account: Api, act: string, body?: object])[]
): Promise<readonly Receipt[]> => {
  const receipts: Receipt[] = [];
  for (const [account, act, body] of steps) receipts.push(await account.command(`/cases/${caseId}/${act}`, body));
  return receipts;
};
