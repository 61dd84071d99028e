import { describe, expect, it } from '@jest/globals';
import { ApproveActivation, NarrowScope, type ResponseLevel, StandDown, WidenScope } from '@panshi/contracts';
import { Rejection } from '@panshi/kernel';
import fc from 'fast-check';
import { command } from '../../test/command.ts';
import { activation, basis, communities, districtCode, gridCode, smallDistrict } from '../../test/district.ts';
import { gridCommand, gridStep } from '../../test/grid-steps.ts';
import { actorOf, system, type World } from '../../test/world.ts';
import { gridMapModel } from '../models/grid-map.model.ts';
import { gridBoard } from '../views/grid-board.view.ts';
import { mobilisations } from '../views/mobilisations.view.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import { covers } from '../wartime/scope.ts';
import { mobilise } from './mobilise.reactor.ts';

const regions = [
  districtCode,
  '320113001',
  '320113002',
  ...communities,
  gridCode(0, 1),
  gridCode(0, 2),
  gridCode(1, 1),
];
const scope = fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 3 });
const wartimeStep = fc.record({
  wartime: fc.constantFrom('activate', 'widen', 'narrow', 'down'),
  pick: fc.nat(9),
  level: fc.constantFrom<ResponseLevel>('III', 'IV'),
  scope,
});
/** How many events the reactor follows before the next command: often fewer than there are. */
const step = fc.tuple(fc.oneof(wartimeStep, gridStep), fc.constantFrom(communities[0], communities[1]), fc.nat(6));
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const handover = { kind: 'mobilisation' as const, id: districtCode, handedTo: districtCode };

const commandOf = (world: World, [taken, community]: Step, id: string): object => {
  if ('act' in taken) {
    const active = [...world.documents(gridBoard).values()].filter(
      (grid) => grid.status === 'active' && grid.communityCode === community,
    );
    return gridCommand(
      active.map(({ _id }) => world.model(gridMapModel).grid(_id)!),
      community,
      taken,
    );
  }
  const active = [...world.documents(wartimeBoard).values()].filter(({ state }) => state === 'active');
  const activationId = active[taken.pick % (active.length || 1)]?._id ?? 'none';
  const change = { districtCode, activationId, basis, reason: '演变' };
  switch (taken.wartime) {
    case 'activate':
      return activation(id, { level: taken.level, scope: taken.scope });
    case 'widen':
      return command(WidenScope, { ...change, requestId: id, added: taken.scope });
    case 'narrow':
      return command(NarrowScope, { ...change, scope: taken.scope, openItems: [handover] });
    case 'down':
      return command(StandDown, { districtCode, activationId, reason: '水退', openItems: [handover] });
  }
};

const attempt = (world: World, each: object, person: string): Promise<unknown> =>
  world.execute(each, system(actorOf(person))).catch((error: unknown) => {
    if (!(error instanceof Rejection)) throw error;
  });

/** Each activation that is on, with the grids in its scope. */
const wanted = (world: World): readonly string[] => {
  const grids = [...world.documents(gridBoard).values()].filter(({ status }) => status === 'active');
  const active = [...world.documents(wartimeBoard).values()].filter(({ state }) => state === 'active');
  return active
    .flatMap((each) => grids.filter(({ _id }) => covers(each.scope, _id)).map(({ _id }) => `${each._id}-${_id}`))
    .sort();
};

const out = (world: World): readonly string[] =>
  [...world.documents(mobilisations).values()]
    .filter(({ status }) => status !== 'released' && status !== 'replaced')
    .map(({ _id }) => _id)
    .sort();

describe('mobilising, however far the reactor is behind', () => {
  it('ends with every grid in the scope of wartime ordered out, and no other', async () => {
    let [most, fewest] = [0, Infinity];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }), async (steps) => {
        const world = await smallDistrict();
        for (const [i, taken] of steps.entries()) {
          await attempt(world, commandOf(world, taken, `id-${i}`), 'zhao');
          await attempt(world, command(ApproveActivation, { districtCode, requestId: `id-${i}` }), 'li');
          await world.react(mobilise, taken[2]);
        }
        await world.react(mobilise);
        expect(out(world)).toEqual(wanted(world));
        most = Math.max(most, out(world).length);
        fewest = Math.min(fewest, out(world).length);
      }),
      { numRuns: 150 },
    );
    expect([fewest, most > 5]).toEqual([0, true]);
  });
});
