import { describe, expect, it } from '@jest/globals';
import { partyOrgKinds, posts, roles } from '@panshi/contracts';
import { Rejection, within } from '@panshi/kernel';
import fc from 'fast-check';
import { accounts, actors, offices, organisations, people, sequence } from '../test/arbitraries.ts';
import { appoint, form, openFor, register } from '../test/district.ts';
import { emptyWorld } from '../test/world.ts';
import { accountsView } from './views/accounts.view.ts';
import { appointmentsView } from './views/appointments.view.ts';
import { partyOrgsView } from './views/party-orgs.view.ts';
import { peopleView } from './views/people.view.ts';

/** A district, its street and its people, and then whatever is asked: what is refused changes nothing. */
const lived = async (
  commands: readonly object[],
  by: readonly { account: string; person: string; post: string }[] = [],
) => {
  const world = emptyWorld();
  for (const each of [
    form('o-1', 'district-committee', '320113'),
    form('o-2', 'street-working-committee', '320113001', 'o-1'),
    form('o-3', 'community-committee', '320113001001', 'o-2'),
    form('o-4', 'grid-branch', '320113001001', 'o-3'),
    form('o-5', 'party-group', '320113001001', 'o-4'),
    register('p-1'),
    register('p-2'),
    appoint('a-1', 'p-1', 'o-4', 'secretary'),
    openFor('u-1', 'p-1'),
    openFor('u-2', 'p-1'),
  ])
    await world.execute(each);
  for (const [i, each] of commands.entries()) {
    const before = world.log.length;
    try {
      await world.execute(each, by[i]);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      expect(world.log).toHaveLength(before);
    }
  }
  return world;
};

describe('whatever sequence of commands is asked for', () => {
  it('the formed organisations are a tree of the kinds and places allowed, one leading each place', () =>
    fc.assert(
      fc.asyncProperty(sequence([...organisations, ...offices]), async (commands) => {
        const all = (await lived(commands)).documents(partyOrgsView);
        const formed = [...all.values()].filter(({ status }) => status === 'formed');
        for (const { kind: of, parentId, regionCode } of formed) {
          const above = parentId === undefined ? undefined : all.get(parentId);
          expect(above?.status ?? 'root').toBe(of === 'district-committee' ? 'root' : 'formed');
          if (!above) continue;
          expect(partyOrgKinds[of].parents).toContain(above.kind);
          expect(within(regionCode, above.regionCode.slice(0, 12))).toBe(true);
        }
        const led = formed.flatMap(({ kind: of, regionCode }) => (partyOrgKinds[of].leads ? [regionCode] : []));
        expect(new Set(led).size).toBe(led.length);
      }),
    ));

  it('the counts of the tree are what is there', () =>
    fc.assert(
      fc.asyncProperty(sequence([...organisations, ...offices, ...people]), async (commands) => {
        const world = await lived(commands);
        const all = [...world.documents(partyOrgsView).values()];
        const appointments = [...world.documents(appointmentsView).values()];
        for (const { _id, children, appointments: count } of all) {
          expect(children).toBe(all.filter((o) => o.parentId === _id && o.status === 'formed').length);
          expect(count).toBe(appointments.filter((a) => a.orgId === _id && a.status === 'running').length);
        }
      }),
    ));

  it('posts that have one holder have one, held in formed organisations that have the post', () =>
    fc.assert(
      fc.asyncProperty(sequence([...organisations, ...offices, ...people]), async (commands) => {
        const world = await lived(commands);
        const orgs = world.documents(partyOrgsView);
        const running = [...world.documents(appointmentsView).values()].filter(({ status }) => status === 'running');
        for (const { orgId, post: held, regionCode } of running) {
          expect(orgs.get(orgId)).toMatchObject({ status: 'formed', regionCode });
          expect(posts[held].kinds).toContain(orgs.get(orgId)!.kind);
        }
        const single = running.filter(({ post: held }) => posts[held].single).map((a) => `${a.orgId} ${a.post}`);
        expect(new Set(single).size).toBe(single.length);
        const held = running.map((a) => `${a.orgId} ${a.post} ${a.personId}`);
        expect(new Set(held).size).toBe(held.length);
      }),
    ));

  it('people and appointments say the same of who holds what', () =>
    fc.assert(
      fc.asyncProperty(sequence([...organisations, ...offices, ...people]), async (commands) => {
        const world = await lived(commands);
        const appointments = [...world.documents(appointmentsView).values()];
        for (const { _id, posts: held } of world.documents(peopleView).values()) {
          const running = appointments.filter(({ personId, status }) => personId === _id && status === 'running');
          const places = (of: readonly { readonly regionCode: string }[]) => of.map((a) => a.regionCode).sort();
          expect(held.map((p) => p.appointmentId).sort()).toEqual(running.map((a) => a._id).sort());
          expect(places(held)).toEqual(places(running));
        }
      }),
    ));

  it('nobody holds roles that exclude each other, in however many accounts, and nobody grants to themself', () =>
    fc.assert(
      fc.asyncProperty(
        sequence([...people, ...accounts]),
        fc.array(actors, { minLength: 60, maxLength: 60 }),
        async (commands, by) => {
          const world = await lived(commands, by);
          const all = [...world.documents(accountsView).values()];
          for (const personId of ['p-1', 'p-2', 'p-3']) {
            const held = all.filter((a) => a.personId === personId).flatMap((a) => a.grants.map((g) => g.role));
            for (const each of held) expect(held.filter((other) => roles[each]!.excludes.includes(other))).toEqual([]);
          }
          for (const event of world.log)
            if (event.type === 'RoleGranted') expect(event.actor.person).not.toBe(event.data.personId);
          for (const { status, grants } of all) if (status === 'closed') expect(grants).toEqual([]);
        },
      ),
    ));

  it('usernames, organisations, people and appointments are created once', () =>
    fc.assert(
      fc.asyncProperty(sequence([...organisations, ...offices, ...people, ...accounts]), async (commands) => {
        const created = (await lived(commands)).log.flatMap(({ type, data }) => {
          if (type === 'AccountOpened') return [data.username];
          if (type === 'AppointmentMade') return [data.appointmentId];
          if (type === 'PartyOrgFormed') return [data.orgId];
          return type === 'PersonRegistered' ? [data.personId] : [];
        });
        expect(new Set(created).size).toBe(created.length);
      }),
    ));
});

describe('the sequences tried', () => {
  it('reach every event, so that what they prove is not empty', async () => {
    const sample = fc.sample(sequence([...organisations, ...offices, ...people, ...accounts]), {
      numRuns: 100,
      seed: 7,
    });
    const worlds = await Promise.all(sample.map((commands) => lived(commands)));
    const types = new Set(worlds.flatMap(({ log }) => log.map(({ type }) => type)));
    expect([...types].sort()).toEqual([
      'AccountClosed',
      'AccountOpened',
      'AppointmentEnded',
      'AppointmentMade',
      'PartyOrgDissolved',
      'PartyOrgFormed',
      'PartyOrgReorganised',
      'PersonRegistered',
      'PersonStandingChanged',
      'RoleGranted',
      'RoleRevoked',
    ]);
  });
});
