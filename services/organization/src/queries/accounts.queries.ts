import { type AccountView, GetAccountByUsername, grantsOf, ListAccounts } from '@panshi/contracts';
import { answer } from '@panshi/service-kit';
import { type AccountDocument, accountsView } from '../views/accounts.view.ts';
import { inReach, inRegion, reaches } from './territory.ts';

export const listAccounts = answer(ListAccounts, async (query, { views, principal }) => {
  const { status = 'open', role, personId, regionCode, facets, limit, cursor } = query;
  const page = await views.of(accountsView).find({
    filter: {
      status,
      personId,
      'grants.role': role,
      $and: [inReach(principal, 'account.manage', ['regionCode']), inRegion(regionCode, ['regionCode'])],
    },
    limit,
    cursor,
    total: true,
    ...(facets && { facets: ['grants.role'] }),
  });
  return { ...page, items: page.items.map(shown) };
});

export const getAccountByUsername = answer(GetAccountByUsername, async ({ username }, { views, principal }) => {
  const account = await views.of(accountsView).get(username);
  if (!account || !reaches(principal, 'account.manage', [account.regionCode])) return undefined;
  return { _version: account._version, ...shown(account) };
});

const shown = ({ _id, _version, ...account }: AccountDocument): AccountView => ({
  ...account,
  grants: grantsOf(account),
});
