import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseBoard } from '@panshi/case';
import { accountDirectoryModel, caseStages, partyOrgKinds } from '@panshi/contracts';
import { type EventStore, LogNotEmpty, openMemoryEventStore, type RecordedEvent } from '@panshi/event-store';
import { gridBoard } from '@panshi/grid';
import { sameTerritory } from '@panshi/kernel';
import { assertSealed, type Keys, openKeys } from '@panshi/privacy';
import { reactorCheckpoint, type ViewDefinition, type ViewDocument } from '@panshi/read-model';
import { defineModel, type ModelDefinition } from '@panshi/service-kit';
import { BOX_RING } from '../test/box.ts';
import { services } from '../test/services.ts';
import { demoAccounts, demoPassword } from './content/accounts.ts';
import { World } from './engine/world.ts';
import { seedDemo } from './seed.ts';

const until = '2026-11-20T09:00:00.000Z';
const accounts = defineModel(accountDirectoryModel);

const views = services.flatMap((service) => service.views);
const documents = (world: World, name: string): readonly Record<string, unknown>[] => {
  const view = views.find((each) => each.name === name) as ViewDefinition<ViewDocument>;
  return world.of(view).documents() as unknown as readonly Record<string, unknown>[];
};

const counted = <T>(items: readonly T[], of: (item: T) => unknown): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[String(of(item))] = (counts[String(of(item))] ?? 0) + 1;
  return counts;
};

describe('the demo district, as its log tells it', () => {
  let folder: string;
  let keys: Keys;
  let store: EventStore;
  let world: World;
  const events: RecordedEvent[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'panshi-demo-'));
    keys = await openKeys({ path: join(folder, 'keys.db') });
    store = openMemoryEventStore();
    await seedDemo({ services, store, keys, until, scale: 0 });
    world = new World([accounts as unknown as ModelDefinition], views);
    for await (const event of store.readAll()) {
      events.push(event);
      world.apply(event);
    }
  }, 240_000);
  afterAll(async () => {
    await keys.close();
    await rm(folder, { recursive: true });
  });

  it('has a committee for the district, nine streets and 127 communities and villages, and one for each grid', () => {
    const kinds = counted(
      documents(world, 'party-orgs').filter((org) => org['status'] !== 'dissolved'),
      (org) => org['kind'],
    );
    const { 'grid-branch': branches = 0, 'party-group': groups = 0, ...above } = kinds;
    const { 'community-committee': committees = 0, 'community-general-branch': general = 0, ...rest } = above;
    expect(rest).toEqual({ 'district-committee': 1, 'street-working-committee': 9 });
    expect(committees + general).toBe(127);
    expect(branches + groups).toBe(1_063);
    expect(Object.keys(kinds).every((kind) => Object.hasOwn(partyOrgKinds, kind))).toBe(true);
  });

  it('has a secretary in each community and village', () => {
    const secretaries = documents(world, 'appointments').filter(
      ({ post, status, regionCode }) =>
        post === 'secretary' && status === 'running' && String(regionCode).length === 12,
    );
    expect(new Set(secretaries.map(({ regionCode }) => regionCode)).size).toBe(127);
    expect(secretaries).toHaveLength(127);
  });

  it('has 1,063 grids that tile it exactly, none of them without a leader, and some 1,500 members', () => {
    const grids = world.of(gridBoard).documents({ status: 'active' });
    expect(grids).toHaveLength(1_063);
    expect(grids.filter(({ vacant }) => vacant)).toEqual([]);
    expect(
      sameTerritory(
        grids.map(({ ring }) => ring),
        [BOX_RING],
      ),
    ).toBe(true);
    const members = grids.reduce((sum, grid) => sum + grid.members.length, 0);
    expect(Math.abs(members - 1_500)).toBeLessThan(60);
  });

  it('has grids that were split, merged and redrawn, and leaders who were replaced', () => {
    const types = counted(events, ({ type }) => type);
    expect(types).toMatchObject({ GridSplit: 5, GridsMerged: 3, GridsRedrawn: 4 });
    expect(types['PersonStandingChanged']).toBeGreaterThan(80);
  });

  it('says of each event where it happened: every region that its data names, and of a move both ends', () => {
    for (const { type, regions, data } of events) {
      expect(regions.length).toBeGreaterThan(0);
      const named = ['gridCode', 'fromGrid', 'regionCode', 'territory'].map(
        (field) => Reflect.get(data, field) as unknown,
      );
      const scope = (Reflect.get(data, 'scope') ?? []) as readonly string[];
      const said = [...named.filter((code) => typeof code === 'string' && code !== ''), ...scope];
      expect({ type, regions }).toEqual({ type, regions: expect.arrayContaining(said) });
    }
  });

  it('has 1,248 cloud groups with 248,000 members', () => {
    const groups = documents(world, 'cloud-groups');
    expect(groups).toHaveLength(1_248);
    expect(groups.reduce((sum, group) => sum + Number(group['members']), 0)).toBe(248_000);
    expect(new Set(groups.map(({ communityCode }) => communityCode)).size).toBe(127);
  });

  it('was at war with a typhoon on three streets and a flood on all of it, and is at peace', () => {
    const [typhoon, flood] = documents(world, 'wartime-board').toSorted((a, b) =>
      String(a['activatedAt']).localeCompare(String(b['activatedAt'])),
    );
    expect(documents(world, 'wartime-board')).toHaveLength(2);
    expect(typhoon).toMatchObject({ state: 'stood-down', level: 'III', pending: 0 });
    expect(typhoon?.['scope']).toHaveLength(3);
    expect(flood).toMatchObject({ state: 'stood-down', scope: ['320113'], pending: 0 });
    expect(documents(world, 'active-wartime')).toEqual([]);
    const approval = events.find(({ type, data }) => type === 'ActivationApproved' && 'requestId' in data);
    expect(approval?.actor.account).toBe('demo-commander');
    const mobilised = documents(world, 'mobilisations').filter(({ activationId }) => activationId === flood?.['_id']);
    expect(mobilised).toHaveLength(1_063);
    const reached = counted(mobilised, ({ checkedInAt, late }) =>
      checkedInAt ? (late ? 'late' : 'in time') : 'never',
    );
    expect(reached['in time']).toBeGreaterThan(1_000);
    expect(reached['late']).toBeGreaterThan(5);
    expect(reached['never']).toBeGreaterThan(1);
  });

  it('has cases at every stage on the way, some overdue, some suspended', () => {
    const cases = world.of(caseBoard).documents();
    const stages = counted(cases, ({ stage }) => stage);
    const onTheWay = ['collected', 'filed', 'dispatched', 'in-progress', 'reported'] as const;
    for (const stage of onTheWay) expect([stage, stages[stage]]).toEqual([stage, expect.any(Number)]);
    expect(Object.keys(stages).every((stage) => Object.hasOwn(caseStages, stage))).toBe(true);
    expect(cases.some(({ open, overdue }) => open && overdue)).toBe(true);
    expect(cases.some(({ open, overdue, stage }) => open && !overdue && stage === 'in-progress')).toBe(true);
    expect(cases.some(({ open, deadlineRule }) => open && deadlineRule === 'suspended')).toBe(true);
  });

  it('has an account for each role to try, with the password that is told', async () => {
    for (const { username, role, territory, unit } of demoAccounts) {
      const account = world.model(accounts).account(username);
      const held = { role, territory: expect.stringMatching(new RegExp(`^${territory}`)) as unknown };
      expect(account?.grants).toEqual([{ ...held, ...(unit && { unit }) }]);
      expect(await keys.credentials.verify(username, demoPassword)).toBe(true);
    }
  });

  it('holds no personal field that is not sealed', () => {
    for (const { type, data } of events) assertSealed(type, data);
  });

  it('causes nothing once more: reactors begin after it', async () => {
    const head = await store.head();
    for (const { name } of services.flatMap(({ reactors }) => reactors))
      expect([name, await store.checkpoints.load(reactorCheckpoint(name))]).toEqual([name, head]);
  });

  it('is seeded into an empty log only', async () => {
    const head = await store.head();
    await expect(
      seedDemo({ services, store, keys, until, scale: 0, communities: ['320113001001'] }),
    ).rejects.toBeInstanceOf(LogNotEmpty);
    expect(await store.head()).toBe(head);
  }, 120_000);
});
