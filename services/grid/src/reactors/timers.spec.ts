import { describe, expect, it } from '@jest/globals';
import { LapseRequest, MissCheckIn } from '@panshi/contracts';
import { activation, checkIn, districtCode, floodedDistrict, gridCode, smallDistrict } from '../../test/district.ts';
import { actorOf, system, type World } from '../../test/world.ts';
import { mobilisations } from '../views/mobilisations.view.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import { wartimeRequests } from '../views/wartime-requests.view.ts';
import { missedCheckIns } from './missed-check-ins.timer.ts';
import { mobilise } from './mobilise.reactor.ts';
import { wartimeRequestTimer } from './wartime-requests.timer.ts';

const later = '2026-07-02T02:00:00.000Z';

const dueIn = (world: World): readonly string[] =>
  [...world.documents(mobilisations).values()]
    .filter(({ dueAt }) => dueAt !== undefined)
    .map(({ gridCode }) => gridCode);

describe('the clock', () => {
  it('looks at a mobilised grid until its leader has checked in, and records what was missed once', async () => {
    const world = await floodedDistrict();
    await world.react(mobilise);
    await world.execute(checkIn('flood', gridCode(0, 1)), system(actorOf('wang')));
    expect(dueIn(world)).not.toContain(gridCode(0, 1));
    expect(dueIn(world)).toHaveLength(5);
    world.now = later;
    for (const document of world.documents(mobilisations).values())
      if (document.dueAt) await world.execute(missedCheckIns.react(document, later)!.command);
    expect(dueIn(world)).toEqual([]);
    const statuses = [...world.documents(mobilisations).values()].map(({ status }) => status).sort();
    expect(statuses).toEqual(['checked-in', 'missed', 'missed', 'missed', 'missed', 'missed']);
  });

  it('names the grid and the activation whose check-in was missed', async () => {
    const world = await floodedDistrict();
    await world.react(mobilise);
    const { command } = missedCheckIns.react(world.documents(mobilisations).get(`flood-${gridCode(1, 1)}`)!, later)!;
    expect(command).toBeInstanceOf(MissCheckIn);
    expect(command).toEqual({ activationId: 'flood', gridCode: gridCode(1, 1) });
  });

  it('lets a request lapse that nobody decided, and then looks at it no more', async () => {
    const world = await smallDistrict();
    await world.execute(activation('flood', { level: 'I' }), system(actorOf('zhao')));
    const pending = world.documents(wartimeRequests).get('flood')!;
    expect(pending.dueAt).toBe('2026-07-02T01:00:00.000Z');
    const { command } = wartimeRequestTimer.react(pending, later)!;
    expect(command).toBeInstanceOf(LapseRequest);
    expect(command).toEqual({ districtCode, requestId: 'flood' });
    world.now = later;
    await world.execute(command);
    expect(world.documents(wartimeBoard).get('flood')).toMatchObject({ state: 'lapsed', pending: 0 });
    const lapsed = world.documents(wartimeRequests).get('flood')!;
    expect(lapsed.state).toBe('lapsed');
    expect(lapsed.dueAt).toBeUndefined();
  });
});
