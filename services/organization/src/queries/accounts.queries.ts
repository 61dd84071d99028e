import { AccountView, fieldsFrom, GetAccountByUsername, grantsOf, ListAccounts, may } from '@panshi/contracts';
import { answer, lyingIn, paging, whereAllowed } from '@panshi/service-kit';
import { type AccountDocument, accountsView } from '../views/accounts.view.ts';

export const listAccounts = answer(ListAccounts, async (query, { views, principal }) => {
  const { status = 'open', role, personId, regionCode } = query;
  const page = await views.of(accountsView).find({
    filter: {
      status,
      personId,
      'grants.role': role,
      ...whereAllowed(principal, 'account.manage', lyingIn('regionCode'), regionCode),
    },
    ...paging(query, ['grants.role']),
  });
  return { ...page, items: page.items.map(shown) };
});

export const getAccountByUsername = answer(GetAccountByUsername, async ({ username }, { views, principal }) => {
  const account = await views.of(accountsView).get(username);
  if (!account || !may(principal, 'account.manage', account.regionCode)) return undefined;
  return shown(account);
});

const shown = (account: AccountDocument): AccountView =>
  fieldsFrom(AccountView, { ...account, grants: grantsOf(account) });
