import { caseStream } from '@panshi/contracts';
import { signIn } from '../support/api.ts';
import { openCase } from '../support/cases.ts';
import { copyTo, type Data, keptData } from '../support/demo-data.ts';
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
  const folder = await keptData('loaded-district', makeDistrict);
  const log = await logOf(folder.data);
  const { stream } = log.find(({ type }) => type === 'CaseFiled')!;
  return { folder, shared: `/cases/${stream.slice(caseStream.prefix.length)}/supervision`, before: log.length };
};

/** The small district, and one case that is filed. */
const makeDistrict = async (data: string): Promise<void> => {
  const small = await smallDistrict();
  copyTo(small.data, data);
  small.remove();
  const server = await startServer({ data });
  const [street, officer] = await Promise.all(['street', 'officer'].map((name) => signIn(server.url, name, password)));
  await officer!.command(`/cases/${await openCase(street!, officer!, spots[0]!)}/filing`);
  await stopServer(server);
};
