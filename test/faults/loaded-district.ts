import { signIn } from '../support/api.ts';
import { openCase } from '../support/cases.ts';
import type { Data } from '../support/demo-data.ts';
import { logOf } from '../support/log.ts';
import { startServer, stopServer } from '../support/server.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';

/** A small district whose server has stopped, and what a load on it needs. */
export interface LoadedDistrict {
  readonly folder: Data;
  /** Path of a command that every client issues. */
  readonly shared: string;
  /** Events in its log. */
  readonly before: number;
}

export const loadedDistrict = async (): Promise<LoadedDistrict> => {
  const folder = await smallDistrict();
  const server = await startServer({ data: folder.data });
  const [street, officer] = await Promise.all(['street', 'officer'].map((name) => signIn(server.url, name, password)));
  const caseId = await openCase(street!, officer!, spots[0]!);
  await officer!.command(`/cases/${caseId}/filing`);
  await stopServer(server);
  return { folder, shared: `/cases/${caseId}/supervision`, before: (await logOf(folder.data)).length };
};
