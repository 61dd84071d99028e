import {
  ActivateWartime,
  ApproveActivation,
  ChangeLevel,
  CheckIn,
  ConfirmVerbalApproval,
  DeclineActivation,
  type Handover,
  RecordVerbalApproval,
  StandDown,
} from '@panshi/contracts';
import { gridBoard } from '@panshi/grid';
import { around, between } from '../chance.ts';
import type { Story } from '../engine/simulation.ts';
import type { RegionCode } from '@panshi/kernel';
import { HOUR, instant, MINUTE, SECOND } from '../time.ts';
import { chanceOf, type Stage } from './stage.ts';

/** What storms do to deadlines: water and trees within hours, works wait, all else as ever. */
const deadlineRules: ActivateWartime['deadlineRules'] = [
  { categoryPrefix: '204', effect: 'shorten', hours: 2 },
  { categoryPrefix: '10103', effect: 'shorten', hours: 4 },
  { categoryPrefix: '10401', effect: 'shorten', hours: 6 },
  { categoryPrefix: '203', effect: 'pause' },
  { categoryPrefix: '10201', effect: 'pause' },
];

const headquarters = '区防汛抗旱指挥部';

/** Streets on the river, as far as they are on this stage; the first ones else. */
const riverside = ({ places }: Stage): string[] => {
  const river = places.streets.filter(({ code }) => ['320113005', '320113006', '320113009'].includes(code));
  return (river.length === 3 ? river : places.streets.slice(0, 3)).map(({ code }) => code);
};

/** A typhoon: level Ⅲ on three streets, which takes a second person only for the rules that pause deadlines. */
export async function* typhoon(stage: Stage): Story {
  const { simulation, places, storms } = stage;
  const { code: districtCode } = places;
  yield storms.typhoon.from;
  const { id } = await simulation.issue('demo-emergency', ActivateWartime, {
    districtCode,
    hazard: 'flood-typhoon',
    level: 'III',
    scope: riverside(stage),
    basis: { kind: 'warning', reference: '演示〔台风黄色预警〕1号', issuer: '市气象台' },
    reason: '台风外围影响，沿江街道预计有大风和暴雨',
    initiatingUnit: headquarters,
    deadlineRules,
  });
  yield storms.typhoon.until;
  await standDown(stage, id!, riverside(stage), '台风影响结束，水位回落');
}

/** A flood: level Ⅱ on the whole district, asked for in the night, approved by a second person. */
export async function* flood(stage: Stage): Story {
  const { simulation, places, storms } = stage;
  const { code: districtCode } = places;
  const { from, until } = storms.flood;
  yield from;
  const { id } = await simulation.issue('demo-emergency', ActivateWartime, {
    districtCode,
    hazard: 'flood-typhoon',
    level: 'II',
    scope: [districtCode],
    basis: { kind: 'order-from-above', reference: '演示〔防汛命令〕2号', issuer: '市防汛抗旱指挥部' },
    reason: '长江水位超警戒，持续强降雨',
    initiatingUnit: headquarters,
    deadlineRules,
  });
  const activationId = id!;
  yield from + 9 * MINUTE + 20 * SECOND;
  await simulation.issue('demo-commander', ApproveActivation, { districtCode, requestId: activationId });
  yield from + 20 * HOUR;
  const basis = { kind: 'consultation', reference: '演示〔会商纪要〕3号', issuer: headquarters } as const;
  const asked = { districtCode, activationId, level: 'I', basis, reason: '上游来水偏大，建议提高响应等级' } as const;
  const request = await simulation.issue('demo-emergency', ChangeLevel, asked);
  yield from + 20.6 * HOUR;
  const declined = { districtCode, requestId: request.id!, reason: '水位已出现回落趋势，维持Ⅱ级' };
  await simulation.issue('demo-commander-2', DeclineActivation, declined);
  yield from + 76 * HOUR;
  const lowered = { ...asked, level: 'III', reason: '水位回落至警戒以下，降为Ⅲ级' } as const;
  const lowering = await simulation.issue('demo-emergency', ChangeLevel, lowered);
  yield from + 76.2 * HOUR;
  await approvedByTelephone(stage, lowering.id!);
  yield from + 76.7 * HOUR;
  await simulation.issue('demo-commander', ConfirmVerbalApproval, { districtCode, requestId: lowering.id! });
  yield until;
  const streets = places.streets.map(({ code }) => code);
  await standDown(stage, activationId, streets, '险情解除，转入常态防汛');
}

/** The commander, on the road, approves by telephone. */
const approvedByTelephone = async ({ simulation, places }: Stage, requestId: string): Promise<void> => {
  const { person: approver } = simulation.as('demo-commander').actor;
  const at = instant(simulation.now - 2 * MINUTE);
  const said = { districtCode: places.code, requestId, approver, at, channel: 'telephone' } as const;
  await simulation.issue('demo-emergency', RecordVerbalApproval, said);
};

/** What is still open goes to the duty desk of its street. */
const standDown = async (
  { simulation, places }: Stage,
  activationId: string,
  streets: readonly string[],
  reason: string,
): Promise<void> => {
  const openItems = streets.map((code): Handover => ({ kind: 'mobilisation', id: code, handedTo: code }));
  const command = { districtCode: places.code, activationId, reason, openItems };
  await simulation.issue('demo-emergency', StandDown, command);
};

/** Has a commander approve, some minutes later, what an activation that runs asks a second person for. */
export const followRequests = (stage: Stage): void => {
  const { simulation } = stage;
  simulation.on(['DeadlineRulesRequested', 'StandDownRequested'], ({ data: { districtCode, requestId } }) =>
    simulation.tell(simulation.now + 12 * MINUTE, approval(stage, districtCode, requestId)),
  );
};

async function* approval({ simulation }: Stage, districtCode: string, requestId: string): Story {
  await simulation.issue('demo-commander', ApproveActivation, { districtCode, requestId });
  yield simulation.now;
}

/** Lets the leaders of grids that are ordered out check in: most in time, some late, some never. */
export const followMobilisations = (stage: Stage): void => {
  const { simulation } = stage;
  simulation.on(['GridMobilised'], ({ data: { activationId, gridCode, dueAt } }) =>
    simulation.tell(simulation.now, checkIn(stage, activationId, gridCode, Date.parse(dueAt))),
  );
};

async function* checkIn(stage: Stage, activationId: string, gridCode: RegionCode, dueAt: number): Story {
  const { simulation } = stage;
  const random = chanceOf(stage, 'check-in', activationId, gridCode);
  const window = dueAt - simulation.now;
  const fate = random();
  if (fate < 0.008) return;
  const late = fate < 0.03;
  yield late
    ? dueAt + around(25 * MINUTE, 2, random)
    : simulation.now + Math.min(around(window / 4, 1.8, random), window * between(0.8, 0.97, random));
  const grid = simulation.world.of(gridBoard).document(gridCode);
  const account = grid?.leaderId && simulation.accountOf(grid.leaderId);
  if (account && grid.status === 'active') await simulation.issue(account, CheckIn, { activationId, gridCode });
}
