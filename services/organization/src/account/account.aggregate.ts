import { accountStream, CloseAccount, GrantRole, OpenAccount, RevokeRole } from '@panshi/contracts';
import { isRegistered, type RegionCode } from '@panshi/kernel';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { accountsModel } from '../models/accounts.model.ts';
import { grantsHeld } from '../models/grants-held.ts';
import { partyOrgsModel } from '../models/party-orgs.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { regionsModel } from '../models/regions.model.ts';
import { unitsModel } from '../models/units.model.ts';
import { closeAccount, grantRole, openAccount, type OtherHolders, revokeRole } from './account.decisions.ts';
import { accountFold, concerned } from './account.ts';

const otherHolders = ({ username }: Pick<CloseAccount, 'username'>, lookup: Lookup): OtherHolders => ({
  others: grantsHeld(lookup, (account) => account.username !== username),
});

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
      facts: ({ username, orgId }, lookup) => {
        const directory = lookup.model(accountsModel);
        const personId = directory.account(username)?.personId;
        const units = lookup.model(unitsModel);
        return {
          accounts: personId ? directory.ofPerson(personId) : [],
          isRegion: (regionCode: RegionCode) => isRegistered(regionCode, lookup.model(regionsModel)),
          isUnit: (districtCode: string, unit: string) => units.get(districtCode)?.has(unit) ?? false,
          org: orgId === undefined ? undefined : lookup.model(partyOrgsModel).node(orgId),
        };
      },
      decide: grantRole,
    }),
    on(RevokeRole, { facts: otherHolders, decide: revokeRole }),
    on(CloseAccount, { facts: otherHolders, decide: closeAccount }),
  ],
});
