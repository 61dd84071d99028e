import { accountStream, CloseAccount, GrantRole, OpenAccount, RevokeRole } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { accountsModel } from '../models/accounts.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { closeAccount, grantRole, openAccount, revokeRole } from './account.decisions.ts';
import { accountFold, concerned } from './account.ts';

export const accountAggregate = defineAggregate({
  stream: accountStream,
  fold: accountFold,
  territory: (account) => account?.regionCode,
  regions: concerned,
  commands: (on) => [
    on(OpenAccount, {
      facts: ({ personId }, lookup) => ({ person: lookup.model(peopleModel).get(personId) }),
      decide: openAccount,
    }),
    on(GrantRole, {
      facts: ({ username }, lookup) => {
        const directory = lookup.model(accountsModel);
        const personId = directory.account(username)?.personId;
        return { accounts: personId ? directory.ofPerson(personId) : [] };
      },
      decide: grantRole,
    }),
    on(RevokeRole, { decide: revokeRole }),
    on(CloseAccount, { decide: closeAccount }),
  ],
});
