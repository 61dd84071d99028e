import { type Account, type AccountDecided, type AccountEvent, evolveAccount } from '@panshi/contracts';
import type { Decide, Fold, RegionCode } from '@panshi/kernel';
import { reject } from '../reject.ts';

/**
 * One account. Its username is its id and names its stream: two racing openings of one username are two creations of
 * one stream, of which the store lets one win; a closed account keeps its stream, so a name is never given again.
 */
export const accountFold: Fold<Account | undefined, AccountEvent> = { initial: undefined, evolve: evolveAccount };

/** The regions an event concerns: where the account is looked after, and the territories rights begin or end over. */
export const concerned = (account: Account | undefined, { type, data }: AccountEvent): readonly RegionCode[] => {
  if (!account) return type === 'AccountOpened' ? [data.regionCode] : [];
  if (type === 'RoleGranted' || type === 'RoleRevoked') return [account.regionCode, data.territory];
  return [account.regionCode, ...account.grants.map(({ territory }) => territory)];
};

/** @throws {Rejection} `account.unknown` */
export const known = (account: Account | undefined, username: string): Account =>
  account ?? reject('account.unknown', { username });

/** @throws {Rejection} `account.unknown`, `account.closed` */
export const open = (state: Account | undefined, username: string): Account => {
  const account = known(state, username);
  return account.status === 'closed' ? reject('account.closed', { username }) : account;
};

/** A rule of accounts. */
export type DecideAccount<Command, Facts = unknown> = Decide<Account | undefined, Command, AccountDecided, Facts>;
