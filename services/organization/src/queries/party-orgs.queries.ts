import { fieldsFrom, GetPartyOrg, ListPartyOrgs, may, type PartyOrgStep, PartyOrgView } from '@panshi/contracts';
import type { ViewReader } from '@panshi/read-model';
import { answer, lyingIn, paging, whereAllowed } from '@panshi/service-kit';
import { type PartyOrgDocument, partyOrgsView } from '../views/party-orgs.view.ts';

const orders = { region: { regionCode: 1 }, name: { name: 1 }, newest: { formedAt: -1 } } as const;

export const listPartyOrgs = answer(ListPartyOrgs, async (query, { views, principal }) => {
  const { parentId, regionCode, kind, status = 'formed', text, sort = 'region' } = query;
  const reader = views.of(partyOrgsView);
  const page = await reader.find({
    filter: {
      parentId,
      kind,
      status,
      ...whereAllowed(principal, 'organization.read', lyingIn('regionCode'), regionCode),
    },
    text,
    sort: orders[sort],
    ...paging(query, ['kind']),
  });
  const pathOf = pathsIn(reader);
  return { ...page, items: await Promise.all(page.items.map(async (org) => shown(org, await pathOf(org)))) };
});

export const getPartyOrg = answer(GetPartyOrg, async ({ orgId }, { views, principal }) => {
  const reader = views.of(partyOrgsView);
  const org = await reader.get(orgId);
  if (!org || !may(principal, 'organization.read', org.regionCode)) return undefined;
  return shown(org, await pathsIn(reader)(org));
});

const shown = (org: PartyOrgDocument, path: readonly PartyOrgStep[]): PartyOrgView =>
  fieldsFrom(PartyOrgView, { ...org, orgId: org._id, path });

/** More than the kinds of organisation there are: what stands deeper is a fault in the log, and not followed. */
const deepest = 8;

/** Finds paths by walking up; each organisation on the way is read once. */
const pathsIn = (reader: ViewReader<PartyOrgDocument>) => {
  const read = new Map<string, Promise<PartyOrgDocument | undefined>>();
  const node = (id: string): Promise<PartyOrgDocument | undefined> => {
    const found = read.get(id) ?? reader.get(id);
    read.set(id, found);
    return found;
  };
  return async ({ parentId }: PartyOrgDocument): Promise<readonly PartyOrgStep[]> => {
    const path: PartyOrgStep[] = [];
    for (let above = parentId && (await node(parentId)); above && path.length < deepest;) {
      path.unshift({ orgId: above._id, name: above.name, kind: above.kind });
      above = above.parentId && (await node(above.parentId));
    }
    return path;
  };
};
