import { grantIn, GrantRole, RevokeRole, type RoleGrant } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import { type AccountDocument, accountsView } from '../views/accounts.view.ts';
import { gridSuccessors, peopleOf } from '../views/grid-successors.view.ts';

/** The region itself while it is no grid that has ended; else the grid the person went on to, undefined where there is none. */
const wentOnTo = async (
  territory: RegionCode,
  personId: string,
  context: ReactionContext,
): Promise<RegionCode | undefined> => {
  const ended = await context.get(gridSuccessors, territory);
  if (!ended) return territory;
  const next = ended.successors.find(({ people }) => people.includes(personId));
  return next && wentOnTo(next.gridCode, personId, context);
};

type Moves = readonly Reaction<GrantRole | RevokeRole>[];

const moved = async (account: AccountDocument, held: RoleGrant, context: ReactionContext): Promise<Moves> => {
  const { username, personId } = account;
  const territory = await wentOnTo(held.territory, personId, context);
  if (territory === undefined || territory === held.territory) return [];
  const grant = grantIn(held);
  const key = [username, ...Object.values(grant)].join(' ');
  return [
    issue(GrantRole, { username, ...grant, territory }, `to ${territory} ${key}`),
    issue(RevokeRole, { username, ...grant }, `from ${key}`),
  ];
};

const ofAccount = async (account: AccountDocument, context: ReactionContext): Promise<Moves> =>
  (await Promise.all(account.grants.map((held) => moved(account, held, context)))).flat();

const ofPeople = async (people: readonly string[], context: ReactionContext): Promise<Moves> => {
  const accounts = context.all(accountsView, { personId: { $in: people }, status: 'open' });
  return (await Array.fromAsync(accounts, (account) => ofAccount(account, context))).flat();
};

/**
 * Moves what is granted over a grid that was split or merged to the grid in which its holder leads or serves from then on.
 * A grant may be given with the code of a grid replaced at the same moment, so each new one is checked too. Who did not
 * go on keeps a grant over ground that is no more.
 */
export const grantsFollowGrids = defineReactor({
  name: 'grants-follow-grids',
  issues: [GrantRole, RevokeRole],
  from: ['GridSplit', 'GridsMerged', 'RoleGranted'],
  views: [accountsView, gridSuccessors],
  async react({ type, data }, context) {
    if (type === 'RoleGranted') {
      const account = await context.get(accountsView, data.username);
      return account ? ofAccount(account, context) : [];
    }
    const parts = type === 'GridSplit' ? data.parts : [data.merged];
    return ofPeople(parts.flatMap(peopleOf), context);
  },
});
