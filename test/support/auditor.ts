import { join } from 'node:path';
import { openKeys } from '@panshi/privacy';
import { type Api, signIn } from './api.ts';
import type { Served } from './served.ts';

/**
 * An auditor of a part of the district: account and grant by the security administrator, the password as an
 * operator sets it.
 */
export const auditorOf = async (territory: string, panshi: Served): Promise<Api> => {
  const username = `auditor-${territory}`;
  const password = 'of-one-street-only';
  const { id: personId } = await (
    await panshi.as('demo-org')
  ).command('/people', { name: '审计演示', partyMember: false, regionCode: territory });
  const security = await panshi.as('demo-security');
  await security.command('/accounts', { username, personId, post: '审计员', regionCode: territory });
  const { position } = await security.command(`/accounts/${username}/grants`, { username, role: 'auditor', territory });
  await security.ask(`/accounts?after=${position}`);
  const keys = await openKeys({ path: join(panshi.data(), 'keys.db') });
  await keys.credentials.set(username, password);
  await keys.close();
  return signIn(panshi.url, username, password);
};
