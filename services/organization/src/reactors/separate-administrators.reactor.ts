import { RevokeRole } from '@panshi/contracts';
import { defineReactor, issue } from '@panshi/read-model';
import { excludeEachOther } from '../account/separation.ts';
import { accountsView } from '../views/accounts.view.ts';

/**
 * Granting refuses roles that exclude each other; but two accounts of one person are two streams, and may be granted
 * them in the same moment. Then this takes back what was granted, if need be both: too little authority is mended by
 * asking again.
 */
export const separateAdministrators = defineReactor({
  name: 'separate-administrators',
  issues: [RevokeRole],
  from: ['RoleGranted'],
  views: [accountsView],
  async react({ data: { username, personId, role, territory } }, context) {
    for await (const { grants } of context.all(accountsView, { personId, status: 'open' }))
      if (grants.some((held) => excludeEachOther(held.role, role)))
        return [issue(RevokeRole, { username, role, territory })];
    return [];
  },
});
