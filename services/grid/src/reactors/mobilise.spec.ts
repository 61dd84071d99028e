import { describe, expect, it } from '@jest/globals';
import {
  ApproveActivation,
  DelineateGrid,
  MergeGrids,
  NarrowScope,
  RetireGrid,
  SplitGrid,
  StandDown,
  WidenScope,
} from '@panshi/contracts';
import { command } from '../../test/command.ts';
import {
  activation,
  basis,
  checkIn,
  communities,
  districtCode,
  floodedDistrict,
  gridCode,
  smallDistrict,
} from '../../test/district.ts';
import { rectangle } from '../../test/rings.ts';
import { actorOf, system, type World } from '../../test/world.ts';
import { mobilisations } from '../views/mobilisations.view.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import { mobilise } from './mobilise.reactor.ts';

/** Codes of the grids that are out in an activation. */
const out = (world: World, activationId = 'flood'): readonly string[] =>
  [...world.documents(mobilisations).values()]
    .filter((each) => each.activationId === activationId && !['released', 'replaced'].includes(each.status))
    .map((each) => each.gridCode)
    .sort();

const everyGrid = [0, 1, 2].flatMap((community) => [gridCode(community, 1), gridCode(community, 2)]);

/** The flooded district with every grid ordered out. */
const mobilised = async (): Promise<World> => {
  const world = await floodedDistrict();
  await world.react(mobilise);
  return world;
};

const then = async (world: World, ...commands: readonly object[]): Promise<World> => {
  for (const each of commands) await world.execute(each);
  await world.react(mobilise);
  return world;
};

const halves = [rectangle(0, 0, 4, 4), rectangle(0, 4, 4, 8)].map((ring) => ({ name: '半网格', ring: [...ring] }));
const split = command(SplitGrid, { gridCode: gridCode(0, 1), parts: halves });

describe('mobilising grids', () => {
  it('orders out every grid in scope, by the time its level gives', async () => {
    const world = await mobilised();
    expect(out(world)).toEqual(everyGrid);
    expect(world.documents(mobilisations).get(`flood-${gridCode(0, 1)}`)).toMatchObject({
      level: 'II',
      hazard: 'flood-typhoon',
      checkInDue: '2026-07-01T20:00:00.000Z',
    });
  });
  it('orders nobody out before the second person has approved', async () => {
    const world = await then(await smallDistrict(), activation('flood', { level: 'I' }));
    expect(out(world)).toEqual([]);
  });
  it('orders out no grid outside the scope', async () => {
    const world = await then(await smallDistrict(), activation('flood', { scope: ['320113002'] }));
    expect(out(world)).toEqual([gridCode(2, 1), gridCode(2, 2)]);
  });
  it('releases them at the end', async () => {
    const handover = { kind: 'mobilisation' as const, id: districtCode, handedTo: districtCode };
    const down = { districtCode, activationId: 'flood', requestId: 'down', reason: '水退', openItems: [handover] };
    const world = await then(await mobilised(), command(StandDown, down));
    await world.execute(command(ApproveActivation, { districtCode, requestId: 'down' }), system(actorOf('li')));
    await world.react(mobilise);
    expect(out(world)).toEqual([]);
  });
  it('releases what a narrower scope leaves out, and only that', async () => {
    const handover = { kind: 'mobilisation' as const, id: districtCode, handedTo: districtCode };
    const narrow = { districtCode, activationId: 'flood', requestId: 'narrow', scope: [communities[1]], basis };
    const asked = command(NarrowScope, { ...narrow, reason: '水退', openItems: [handover] });
    const world = await then(await mobilised(), asked);
    expect(out(world)).toEqual(everyGrid);
    await world.execute(command(ApproveActivation, { districtCode, requestId: 'narrow' }), system(actorOf('li')));
    await world.react(mobilise);
    expect(out(world)).toEqual([gridCode(1, 1), gridCode(1, 2)]);
  });
  it('orders out what a wider scope takes in, once it is approved', async () => {
    const world = await then(await smallDistrict(), activation('flood', { scope: [communities[0]] }));
    const widen = { districtCode, activationId: 'flood', requestId: 'widen', added: [communities[2]], basis };
    await world.execute(command(WidenScope, { ...widen, reason: '汛情扩大' }), system(actorOf('zhao')));
    await world.react(mobilise);
    expect(out(world)).toEqual([gridCode(0, 1), gridCode(0, 2)]);
    await world.execute(command(ApproveActivation, { districtCode, requestId: 'widen' }), system(actorOf('li')));
    await world.react(mobilise);
    expect(out(world)).toEqual([gridCode(0, 1), gridCode(0, 2), gridCode(2, 1), gridCode(2, 2)]);
  });
  it('keeps the parts of a split grid in wartime', async () => {
    const world = await then(await mobilised(), split);
    expect(out(world)).toEqual([...everyGrid.slice(1), gridCode(0, 3), gridCode(0, 4)].sort());
    expect(world.documents(mobilisations).get(`flood-${gridCode(0, 1)}`)).toMatchObject({ status: 'replaced' });
  });
  it('keeps them in a scope that named the grid itself', async () => {
    const world = await then(await smallDistrict(), activation('flood', { scope: [gridCode(0, 1)] }));
    await then(world, split);
    expect(world.documents(wartimeBoard).get('flood')?.scope).toEqual([1, 3, 4].map((n) => gridCode(0, n)));
    expect(out(world)).toEqual([gridCode(0, 3), gridCode(0, 4)]);
  });
  it('keeps a merged grid in wartime where one of its parts was', async () => {
    const world = await then(await smallDistrict(), activation('flood', { scope: [gridCode(0, 1)] }));
    const gridCodes = [gridCode(0, 1), gridCode(0, 2)];
    await then(world, command(MergeGrids, { communityCode: communities[0], gridCodes, name: '合并' }));
    expect(out(world)).toEqual([gridCode(0, 3)]);
  });
  it('keeps the ground of a retired grid in wartime', async () => {
    const world = await then(await smallDistrict(), activation('flood', { scope: [gridCode(0, 1)] }));
    const retire = { gridCode: gridCode(0, 1), reason: '调整', successorCode: gridCode(0, 2) };
    await then(world, command(RetireGrid, retire));
    expect(out(world)).toEqual([gridCode(0, 2)]);
  });
  it('orders out a grid that is drawn in scope', async () => {
    const ring = [...rectangle(0, 20, 4, 24)];
    const draw = { communityCode: communities[0], name: '新网格', kind: 'comprehensive' as const, ring };
    expect(out(await then(await mobilised(), command(DelineateGrid, draw)))).toContain(gridCode(0, 3));
  });
  it('changes nothing when it sees the log again', async () => {
    const world = await mobilised();
    await world.execute(checkIn('flood', gridCode(0, 1)), system(actorOf('wang')));
    const length = world.log.length;
    await world.react({ ...mobilise, name: 'the same once more' });
    expect(world.log).toHaveLength(length);
  });
});
