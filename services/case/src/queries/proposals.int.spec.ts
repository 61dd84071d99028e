import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ApprovePublication,
  DeclinePublication,
  ListProposals,
  type Page,
  type Permission,
  type Principal,
  type ProposalView,
  PublishCalendar,
  PublishCatalogue,
} from '@panshi/contracts';
import { chinaCalendar } from '@panshi/kernel';
import type { QueryContext } from '@panshi/service-kit';
import { storedViews, type StoredViews } from '@panshi/testing/in-memory';
import { district } from '../../test/district.ts';
import { actorOf, at, command, districtCode } from '../../test/names.ts';
import type { World } from '../../test/world.ts';
import { defaultCatalogue } from '../catalogue/default-catalogue.ts';
import { proposals } from '../views/proposals.view.ts';
import { listProposals } from './proposal.queries.ts';

const admin = actorOf('admin');
const officer = actorOf('officer');
const catalogue = { districtCode, kind: 'catalogue', name: 'next' } as const;
const calendar = { districtCode, kind: 'calendar', name: 'cn-next' } as const;

/** On views kept in SQLite. */
describe('what waits for a second person to publish it', () => {
  let world: World;
  let stored: StoredViews;

  beforeEach(async () => {
    world = await district();
    const edition = { ...defaultCatalogue, districtCode, edition: 'next', effectiveFrom: at('2026-07-01T00:00') };
    await world.execute(command(PublishCatalogue, edition), admin);
    world.now = at('2026-03-02T09:05');
    const version = { ...structuredClone(chinaCalendar), districtCode, version: 'cn-next' } as PublishCalendar;
    await world.execute(command(PublishCalendar, version), admin);
  });
  afterEach(() => stored.close());

  const list = async (
    query: Partial<ListProposals> = {},
    person = officer,
    permissions: readonly Permission[] = ['case.read', 'catalogue.approve'],
  ): Promise<readonly ProposalView[]> => {
    stored = await storedViews(world, [proposals]);
    const principal: Principal = { actor: person, grants: [{ role: 'any', territory: districtCode, permissions }] };
    const context = { views: stored.views, principal, now: world.now } as unknown as QueryContext;
    const asked = Object.assign(new ListProposals(), { districtCode, ...query });
    return ((await listProposals.answer(asked, context)) as Page<ProposalView>).items;
  };

  it('is listed with who proposed it and when, the longest waiting first', async () =>
    expect(await list()).toEqual([
      { ...catalogue, proposedBy: 'admin', proposedAt: at('2026-03-02T09:00'), effectiveFrom: at('2026-07-01T00:00') },
      { ...calendar, proposedBy: 'admin', proposedAt: at('2026-03-02T09:05') },
    ]));

  it.each([
    ['another person who may approve', officer, ['case.read', 'catalogue.approve'], 2],
    ['nobody who may only read', officer, ['case.read'], 0],
    ['never who proposed it', admin, ['case.read', 'catalogue.approve'], 0],
  ] as const)('waits for %s', async (_, person, permissions, count) =>
    expect(await list({ awaitingMe: true }, person, permissions)).toHaveLength(count),
  );

  it('waits no more once it is approved or declined', async () => {
    await world.execute(command(ApprovePublication, catalogue), officer);
    await world.execute(command(DeclinePublication, { ...calendar, reason: '有误' }), officer);
    expect(await list()).toEqual([]);
  });

  it('is of one district', async () => expect(await list({ districtCode: '320114' })).toEqual([]));
});
