import type { Account, RoleGrant } from '@panshi/contracts';
import type { Lookup } from '@panshi/service-kit';
import { accountsModel } from './accounts.model.ts';
import { peopleModel } from './people.model.ts';

/** What is held through the open accounts that meet a condition, of people who serve. */
export const grantsHeld = (
  { model }: Pick<Lookup, 'model'>,
  meets: (account: Account) => boolean,
): readonly RoleGrant[] =>
  [...model(accountsModel).all()]
    .filter((account) => account.status === 'open' && meets(account))
    .filter(({ personId }) => model(peopleModel).get(personId)?.serving)
    .flatMap(({ grants }) => grants);
