import * as contracts from '@panshi/contracts';
import { type Actor, Rejection } from '@panshi/kernel';
import fc from 'fast-check';
import type { CaseState } from '../src/case/case.ts';
import { caseAggregate } from '../src/case/case.aggregate.ts';
import { filed, report } from './district.ts';
import { command, districtCode, handler, officer, reporter } from './names.ts';
import { activate, standDown } from './wartime.ts';
import type { World } from './world.ts';

/** Something that may be tried in a district, whatever its state: what is refused changes nothing. */
export interface Act {
  readonly name: string;
  run(world: World): Promise<void>;
}

export const stateOf = (world: World, caseId: string): CaseState =>
  world.state(`case-${caseId}`, caseAggregate as never) as CaseState;

type By = Actor | contracts.Principal;

const attempt = async (world: World, what: object, by: By): Promise<void> => {
  const before = world.log.length;
  await world.execute(what, by).catch((error: unknown) => {
    if (!(error instanceof Rejection) || world.log.length !== before) throw error;
  });
  await world.settle();
};

const issued = (name: string, by: By, make: (caseId: string) => object): fc.Arbitrary<Act> =>
  caseIds.map((caseId) => ({ name: `${name} ${caseId}`, run: (world) => attempt(world, make(caseId), by) }));

const caseIds = fc.constantFrom('c-1', 'c-2', 'c-3');

/** What would ordinarily come next for a case. */
const next = (state: CaseState, caseId: string): readonly [object, By] | undefined => {
  switch (state.stage) {
    case 'collected':
      return [command(contracts.FileCase, { caseId }), officer];
    case 'filed':
      return [command(contracts.DispatchCase, { caseId }), officer];
    case 'dispatched':
      return [command(contracts.AcceptCase, { caseId }), handler];
    case 'in-progress':
      return [command(contracts.ReportBack, { caseId, result: '已办' }), handler];
    case 'reported':
      return [command(contracts.VerifyCase, { caseId, passed: true }), officer];
    case 'closed':
      return [command(contracts.EvaluateCase, { caseId, satisfaction: 4 }), officer];
    default:
      return undefined;
  }
};

const proceed = caseIds.map((caseId): Act => ({
  name: `proceed ${caseId}`,
  run: async (world) => {
    const step = next(stateOf(world, caseId), caseId);
    if (step) await attempt(world, ...step);
  },
}));

/** Straight to handling, and then more time at once: what chance alone seldom finds before the deadline. */
const hurry = async (world: World, caseId: string): Promise<void> => {
  for (const stage of ['collected', 'filed', 'dispatched'] as const) {
    const state = stateOf(world, caseId);
    if (state.stage === stage) await attempt(world, ...next(state, caseId)!);
  }
  await attempt(world, command(contracts.RequestExtension, { caseId, amount: 1, reason: '难' }), handler);
  await attempt(world, command(contracts.GrantExtension, { caseId }), officer);
};

const wait = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 60 })).map((hours): Act => ({
  name: `wait ${hours} h`,
  run: (world) => world.until(new Date(Date.parse(world.now) + hours * 3_600_000).toISOString()),
}));

const rules: readonly contracts.CaseDeadlineRule[][] = [
  [{ categoryPrefix: '', effect: 'shorten', hours: 3 }],
  [{ categoryPrefix: '2', effect: 'pause' }],
  [{ categoryPrefix: '1', effect: 'shorten', hours: 1 }],
];
const activation = fc.constantFrom('flood', 'epidemic');
const wartime = fc.oneof(
  fc
    .tuple(activation, fc.constantFrom(...rules))
    .map(([id, plan]): Act => ({ name: `activate ${id}`, run: (world) => activate(world, id, [districtCode], plan) })),
  activation.map((id): Act => ({ name: `stand down ${id}`, run: (world) => standDown(world, id) })),
);

const others = fc.oneof(
  issued('return', handler, (caseId) => command(contracts.ReturnCase, { caseId, reason: 'wrong-unit' })),
  issued('send elsewhere', officer, (caseId) => command(contracts.DispatchCase, { caseId, unit: 'STREET' })),
  issued('fail', officer, (caseId) => command(contracts.VerifyCase, { caseId, passed: false })),
  issued('reopen', reporter, (caseId) => command(contracts.ReopenCase, { caseId, reason: '未解决' })),
  caseIds.map((caseId) => ({ name: `hurry ${caseId}`, run: (world: World) => hurry(world, caseId) })),
  issued('ask', handler, (caseId) => command(contracts.RequestExtension, { caseId, amount: 1, reason: '难' })),
  issued('grant', officer, (caseId) => command(contracts.GrantExtension, { caseId })),
  issued('suspend', officer, (caseId) => command(contracts.SuspendCase, { caseId, reason: 'weather' })),
  issued('resume', officer, (caseId) => command(contracts.ResumeCase, { caseId })),
  issued('supervise', officer, (caseId) => command(contracts.SuperviseCase, { caseId, instruction: '速办' })),
  fc.tuple(caseIds, caseIds).map(([caseId, duplicateOf]) => ({
    name: `link ${caseId} to ${duplicateOf}`,
    run: (world: World) => attempt(world, command(contracts.LinkDuplicateCase, { caseId, duplicateOf }), officer),
  })),
  issued('unlink', officer, (caseId) => command(contracts.UnlinkDuplicateCase, { caseId })),
  issued('withdraw', officer, (caseId) => command(contracts.WithdrawCase, { caseId, reason: 'moot' })),
);

/** Courses of things that happen to three cases, the ordinary next step most often. */
export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { arbitrary: proceed, weight: 6 },
    { arbitrary: wait, weight: 2 },
    { arbitrary: others, weight: 4 },
    { arbitrary: wartime, weight: 1 },
  ),
  { minLength: 5, maxLength: 60, size: 'max' },
);

/** One case only reported, one filed of an event, one filed of a component. */
export const threeCases = async (world: World): Promise<void> => {
  await report(world, 'c-1');
  await filed(world, 'c-2');
  await filed(world, 'c-3', { categoryCode: '10201' });
};
