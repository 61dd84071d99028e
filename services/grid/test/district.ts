import {
  ActivateWartime,
  AppointGridLeader,
  AppointGridMember,
  ApproveActivation,
  ChangeLevel,
  CheckIn,
  DeclineActivation,
  DelineateGrid,
  LinkDuplicateIncident,
  MergeGrids,
  ReportIncident,
  RetireGrid,
  SplitGrid,
  StandDown,
  WithdrawIncident,
} from '@panshi/contracts';
import { mobilise } from '../src/reactors/mobilise.reactor.ts';
import { command } from './command.ts';
import { rectangle, at } from './rings.ts';
import { actorOf, emptyWorld, system, type World } from './world.ts';

export const districtCode = '320113';
export const communities = ['320113001001', '320113001002', '320113002001'] as const;
export const gridCode = (community: number, sequence: number): string =>
  `${communities[community]}${String(sequence).padStart(3, '0')}`;

export const basis = { kind: 'warning', reference: '示例〔2026〕1号', issuer: '示例机关' } as const;
export const activation = (activationId: string, over: Partial<ActivateWartime> = {}): ActivateWartime =>
  command(ActivateWartime, {
    activationId,
    districtCode,
    hazard: 'flood-typhoon',
    level: 'III',
    scope: [districtCode],
    basis,
    reason: '暴雨预警',
    initiatingUnit: '区防指',
    deadlineRules: [],
    ...over,
  });

export const report = (incidentId: string, x: number, y: number, over: Partial<ReportIncident> = {}): ReportIncident =>
  command(ReportIncident, {
    incidentId,
    categoryCode: '20101',
    text: '路面积水',
    location: at(x, y),
    channel: 'patrol',
    ...over,
  });

/**
 * Three communities of two grids each, in two streets, side by side from west to east, four steps wide; people who may lead,
 * of whom wang leads the first grid, where li serves; a catalogue.
 */
export const smallDistrict = async (): Promise<World> => {
  const world = emptyWorld();
  for (const personId of ['wang', 'li', 'zhao']) {
    const regionCode = communities[0];
    world.record(`person-${personId}`, {
      type: 'PersonRegistered',
      data: { personId, partyMember: true, regionCode, name: personId },
    });
    const post = { orgId: 'org', post: 'party-backbone', regionCode, from: '2026-01-01' };
    const appointment = { appointmentId: `post-${personId}`, personId, ...post };
    world.record('party-org-org', { type: 'AppointmentMade', data: appointment });
  }
  const catalogue = {
    edition: '1',
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    classes: [],
    units: [{ code: 'WATER' }],
  };
  const categories = ['20101', '20102'].map((code) => ({ code }));
  world.record(`catalogue-${districtCode}`, {
    type: 'CataloguePublished',
    data: { districtCode, ...catalogue, categories },
  });
  for (const [i, communityCode] of communities.entries())
    for (const j of [0, 1]) {
      const west = (2 * i + j) * 4;
      const ring = [...rectangle(west, 0, west + 4, 8)];
      await world.execute(
        command(DelineateGrid, { communityCode, name: `第${j + 1}网格`, kind: 'comprehensive', ring }),
      );
    }
  await world.execute(command(AppointGridLeader, { gridCode: gridCode(0, 1), personId: 'wang' }));
  await world.execute(command(AppointGridMember, { gridCode: gridCode(0, 1), personId: 'li', kind: 'part-time' }));
  return world;
};

/** The same after a flood at level Ⅱ, asked for by zhao and approved by li; wang has checked in. */
export const floodedDistrict = async (): Promise<World> => {
  const world = await smallDistrict();
  await world.execute(activation('flood', { level: 'II' }), system(actorOf('zhao')));
  await world.execute(command(ApproveActivation, { districtCode, requestId: 'flood' }), system(actorOf('li')));
  return world;
};

export const checkIn = (activationId: string, code: string): CheckIn =>
  command(CheckIn, { activationId, gridCode: code });

/** The flooded district after much has happened: grids split, merged and retired, incidents linked and withdrawn, a lapse. */
export const busyDistrict = async (): Promise<World> => {
  const world = await floodedDistrict();
  await world.react(mobilise);
  await world.execute(checkIn('flood', gridCode(0, 1)), system(actorOf('wang')));
  const reporter = { name: '示例居民', phone: '13800000000' };
  const pictures = [{ pictureId: 'picture', sha256: 'a'.repeat(64) }];
  await world.execute(report('first', 1, 1, { reporter, pictures, urgent: true }), system(actorOf('wang')));
  await world.execute(report('second', 1, 2, { onBehalfOf: 'li', onBehalfReason: 'telephoned' }));
  await world.execute(report('third', 17, 1), system(actorOf('wang')));
  await world.execute(command(LinkDuplicateIncident, { incidentId: 'second', duplicateOf: 'first' }));
  const withdraw = command(WithdrawIncident, { incidentId: 'third', reason: 'mistaken' });
  await world.execute(withdraw, system(actorOf('wang')));
  world.record('case-first', { type: 'CaseOpened', data: { caseId: 'first', incidentId: 'first' } });
  const parts = [rectangle(0, 0, 4, 4), rectangle(0, 4, 4, 8)].map((ring) => ({ name: '半网格', ring: [...ring] }));
  await world.execute(command(SplitGrid, { gridCode: gridCode(0, 1), parts }));
  const gridCodes = [gridCode(1, 1), gridCode(1, 2)];
  await world.execute(command(MergeGrids, { communityCode: communities[1], gridCodes, name: '合并' }));
  const retire = { gridCode: gridCode(2, 1), reason: '调整', successorCode: gridCode(2, 2) };
  await world.execute(command(RetireGrid, retire));
  await world.react(mobilise);
  const flood = { districtCode, activationId: 'flood', basis, reason: '汛情减弱' };
  await world.execute(command(ChangeLevel, { ...flood, level: 'I', requestId: 'raise' }), system(actorOf('zhao')));
  const decline = { districtCode, requestId: 'raise', reason: '不必' };
  await world.execute(command(DeclineActivation, decline), system(actorOf('li')));
  await world.execute(command(ChangeLevel, { ...flood, level: 'IV', requestId: 'lower' }), system(actorOf('zhao')));
  await world.execute(command(ApproveActivation, { districtCode, requestId: 'lower' }), system(actorOf('li')));
  const handover = { kind: 'mobilisation' as const, id: districtCode, handedTo: districtCode };
  const down = { districtCode, activationId: 'flood', reason: '水退', openItems: [handover] };
  await world.execute(command(StandDown, { ...down, requestId: 'down' }), system(actorOf('zhao')));
  await world.execute(command(ApproveActivation, { districtCode, requestId: 'down' }), system(actorOf('li')));
  await world.react(mobilise);
  await world.execute(activation('next', { level: 'I' }), system(actorOf('zhao')));
  return world;
};
