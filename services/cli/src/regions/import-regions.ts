import { grantsOf, type Principal } from '@panshi/contracts';
import type { EventStore } from '@panshi/event-store';
import { OperatorError, type Provenance } from '@panshi/kernel';
import { accountsModel, organizationDefinition } from '@panshi/organization';
import type { Keys } from '@panshi/privacy';
import { openEvents, openKeyStores, withOpen } from '@panshi/service-kit';
import { settingsIn } from '../settings-in.ts';
import { FoldedModels } from './folded-models.ts';
import { importRows, type Outcome } from './import-rows.ts';
import { outcomeLine, summaryOf } from './outcome-line.ts';
import { RegionRegister } from './region-register.ts';
import type { RegionRow, Source } from './region-row.ts';
import { rehearsing } from './rehearsing.ts';
import { rowsOfFile } from './rows-of-file.ts';

export interface Import extends Source {
  readonly data: string;
  readonly account: string;
  readonly dryRun?: boolean;
}

/** Where regions are imported to, and by whom. */
export interface Target {
  readonly store: EventStore;
  readonly keys: Pick<Keys, 'keys' | 'credentials'>;
  readonly provenance: Provenance;
}

/** Imports the regions of a file, and says what changed. Ends this process with 1 where a row is refused. */
export const importRegions = async (file: string, { data, account, dryRun = false, ...source }: Import) => {
  const settings = settingsIn(data);
  const rows = await rowsOfFile(file, source);
  const outcomes = await withOpen(openEvents(settings), (store) =>
    withOpen(openKeyStores(settings), async (keys) => {
      const target = { store, keys, provenance: settings.provenance };
      const principal = await signedIn(target, account, process.env.PANSHI_PASSWORD);
      return importInto(target, principal, rows, dryRun);
    }),
  );
  const refused = outcomes.some(({ refusal }) => refusal !== undefined);
  const lines = outcomes.map(outcomeLine).filter((line) => line !== undefined);
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  const why = dryRun
    ? ' Nothing was written: a dry run.'
    : refused
      ? ' Nothing was written: mend what is refused.'
      : '';
  process.stderr.write(`${summaryOf(outcomes)}.${why}\n`);
  if (refused) process.exitCode = 1;
};

/** Tries all rows first, and writes only where none is refused. */
export const importInto = async (
  { store, keys: { keys }, provenance }: Target,
  principal: Principal,
  rows: readonly RegionRow[],
  dryRun: boolean,
): Promise<readonly Outcome[]> => {
  const enter = async (into: EventStore): Promise<readonly Outcome[]> =>
    importRows(rows, await RegionRegister.open({ store: into, keys, provenance, principal }));
  const tried = await enter(rehearsing(store));
  return dryRun || tried.some(({ refusal }) => refusal !== undefined) ? tried : enter(store);
};

/** Who an account is and what it may do. @throws {OperatorError} without its password */
export const signedIn = async (
  { store, keys }: Target,
  username: string,
  password: string | undefined,
): Promise<Principal> => {
  if (!password) throw new OperatorError('Give the password of the account in PANSHI_PASSWORD.');
  const directory = (await new FoldedModels(organizationDefinition.models).read(store)).state(accountsModel);
  const account = directory.account(username);
  if (!(await keys.credentials.verify(username, password)) || account?.status !== 'open')
    throw new OperatorError(`There is no account ${username} with this password.`);
  const { personId: person, post } = account;
  return { actor: { account: username, person, post }, grants: grantsOf(account) };
};
