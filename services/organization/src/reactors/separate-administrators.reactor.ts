import { grantIn, holdsRole, RevokeRole } from '@panshi/contracts';
import { defineReactor, issue } from '@panshi/read-model';
import { excludeEachOther } from '../account/separation.ts';
import { accountsView } from '../views/accounts.view.ts';

/**
 * Revokes a role that excludes one the same person holds (三员分立). Granting refuses such roles, but two accounts of one
 * person are two streams and may be granted them at the same moment. Both may then be revoked; one can be granted again.
 */
export const separateAdministrators = defineReactor({
  name: 'separate-administrators',
  issues: [RevokeRole],
  from: ['RoleGranted'],
  views: [accountsView],
  async react({ data }, context) {
    const { username, personId, role } = data;
    const account = await context.get(accountsView, username);
    if (!account || !holdsRole(account, data)) return [];
    for await (const { grants } of context.all(accountsView, { personId, status: 'open' }))
      if (grants.some((held) => excludeEachOther(held.role, role)))
        return [issue(RevokeRole, { username, ...grantIn(data) })];
    return [];
  },
});
