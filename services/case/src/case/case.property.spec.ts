import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '@panshi/contracts';
import { chinaCalendar } from '@panshi/kernel';
import { foldInto } from '@panshi/testing/in-memory';
import fc from 'fast-check';
import { type Act, acts, stateOf, threeCases } from '../../test/acts.ts';
import { district } from '../../test/district.ts';
import type { World } from '../../test/world.ts';
import { deadlineOf } from '../deadline/deadline.ts';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { countNames } from '../views/case-rates.document.ts';
import { caseRates } from '../views/case-rates.view.ts';
import { caseFold } from './case.fold.ts';
import { isClosed, isRunning } from './case.ts';

const cases = ['c-1', 'c-2', 'c-3'];

/** Checks what must hold after each act of any course. */
const always = (check: (world: World) => void) =>
  fc.asyncProperty(acts, async (course: readonly Act[]) => {
    const world = await district();
    await threeCases(world);
    for (const act of course) {
      await act.run(world);
      check(world);
    }
  });

/** Whether it is overdue, or was when it ended without being closed. */
const isLate = (world: World, id: string): boolean => {
  const events = world.log.filter(({ stream }) => stream === `case-${id}`) as unknown as readonly CaseEvent[];
  const states = events.map((_, n) => events.slice(0, n + 1).reduce(caseFold.evolve, caseFold.initial));
  const last = states.at(-1)!;
  const lived = last.stage === 'withdrawn' || last.stage === 'duplicate' ? states.findLast(isRunning) : last;
  return lived !== undefined && isRunning(lived) && lived.overdue !== undefined;
};

const documentOf = (world: World, id: string): CaseDocument => world.documents(caseBoard).get(id)!;
const some = { numRuns: 30 };

/** Stage to the stages that one event may lead to; `undefined` is before the case was opened. */
const steps: Readonly<Record<string, readonly string[]>> = {
  none: ['collected'],
  collected: ['filed', 'withdrawn', 'duplicate'],
  filed: ['dispatched', 'withdrawn', 'duplicate'],
  dispatched: ['in-progress', 'filed', 'withdrawn', 'duplicate'],
  'in-progress': ['reported', 'filed', 'withdrawn', 'duplicate'],
  reported: ['closed', 'dispatched', 'withdrawn', 'duplicate'],
  duplicate: ['withdrawn', 'collected', 'filed', 'dispatched', 'in-progress', 'reported'],
  closed: ['evaluated', 'filed'],
  evaluated: ['filed'],
  withdrawn: [],
};

describe('whatever happens to cases', () => {
  it('they go from stage to stage as the loop has it, and no other way', () =>
    fc.assert(
      fc.asyncProperty(acts, async (course) => {
        const world = await district();
        await threeCases(world);
        for (const act of course) await act.run(world);
        const documents = new Map<string, CaseDocument>();
        for (const event of world.log.filter(({ type }) => (caseBoard.from as readonly string[]).includes(type))) {
          const id = (event.data as { caseId: string }).caseId;
          const before = documents.get(id)?.stage ?? 'none';
          foldInto(documents, caseBoard, [event]);
          const { stage } = documents.get(id)!;
          if (stage !== before) expect(steps[before]).toContain(stage);
        }
      }),
      some,
    ));

  it('the deadline in force is what the clock gives by the pinned calendar', () =>
    fc.assert(
      always((world) => {
        for (const id of cases) {
          const state = stateOf(world, id);
          if (isRunning(state)) expect(state.deadline).toEqual(deadlineOf(state.clock, chinaCalendar));
        }
      }),
      some,
    ));

  it('none is on time without being closed, and none closed late is', () =>
    fc.assert(
      always((world) => {
        for (const id of cases) {
          const { stage, onTime, closedAt, deadline } = documentOf(world, id);
          expect(onTime !== undefined).toBe(stage === 'closed' || stage === 'evaluated');
          if (onTime && deadline) expect(closedAt! < deadline).toBe(true);
          if (onTime === false) expect(closedAt! >= deadline!).toBe(true);
        }
      }),
      some,
    ));

  it('the board says what the stream says', () =>
    fc.assert(
      always((world) => {
        for (const id of cases) {
          const state = stateOf(world, id);
          const document = documentOf(world, id);
          expect(document.stage).toBe(state.stage);
          expect(document.open).toBe(isRunning(state) || state.stage === 'collected');
          if (!isRunning(state)) continue;
          expect(document.overdue).toBe(state.overdue !== undefined);
          expect(document.unit).toBe(state.unit);
          expect(document.modifiers.toSorted()).toEqual(Object.keys(state.clock.modifiers).toSorted());
          expect(document.deadline).toBe('dueAt' in state.deadline ? state.deadline.dueAt : undefined);
        }
      }),
      some,
    ));

  it('the figures count each case once, where it is due, deferred or closed, and never below nothing', () =>
    fc.assert(
      always((world) => {
        const rows = [...world.documents(caseRates).values()];
        const sum = (name: (typeof countNames)[number]): number => rows.reduce((n, row) => n + row[name], 0);
        for (const row of rows) {
          for (const name of countNames) expect(row[name]).toBeGreaterThanOrEqual(0);
          expect(row.closed).toBeLessThanOrEqual(row.due - row.deferred);
          expect(row.onTime).toBeLessThanOrEqual(row.closed);
        }
        const states = cases.map((id) => stateOf(world, id));
        expect(sum('closed')).toBe(states.filter(isClosed).length);
        expect(sum('onTime')).toBe(states.filter((state) => isClosed(state) && state.onTime).length);
        expect(sum('deferred')).toBe(states.filter((state) => isRunning(state) && state.deferred).length);
        const late = cases.filter((id) => isLate(world, id)).length;
        expect(sum('due')).toBe(sum('closed') + sum('deferred') + late);
      }),
      some,
    ));

  it('the clock misses none: once it has passed a deadline, the case is overdue or done', () =>
    fc.assert(
      always((world) => {
        for (const id of cases) {
          const state = stateOf(world, id);
          if (isRunning(state) && 'dueAt' in state.deadline && state.deadline.dueAt < world.now)
            expect(state.overdue).toBeDefined();
        }
      }),
      some,
    ));
});
