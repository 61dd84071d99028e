import { caseBoard } from '@panshi/case';
import {
  AcceptCase,
  type CaseSummary,
  DeclineCase,
  DispatchCase,
  EvaluateCase,
  FileCase,
  ReopenCase,
  ReportBack,
  ReturnCase,
  SuperviseCase,
  VerifyCase,
  WithdrawIncident,
} from '@panshi/contracts';
import { around, between, oneOf } from '../chance.ts';
import * as words from '../content/words.ts';
import type { Story } from '../engine/simulation.ts';
import type { Random } from '../random.ts';
import { DAY, HOUR, inOffice, instant, MINUTE } from '../time.ts';
import type { Fate } from './fate.ts';
import { moreTime, standstill } from './more-time.ts';
import { atPart } from './part-of-limit.ts';
import type { Reported } from './report.ts';
import { type Stage, streetAccount } from './stage.ts';
import { unitAccount } from './units.ts';

/** A case with all that its course needs. */
export interface Course {
  readonly stage: Stage;
  readonly caseId: string;
  readonly reported: Reported;
  readonly fate: Fate;
  readonly random: Random;
  /** When its clock began anew. */
  readonly reopenedAt?: string;
}

/** The case as it stands. */
export const caseOf = ({ stage, caseId }: Course): CaseSummary =>
  stage.simulation.world.of(caseBoard).document(caseId)!;

/** Who files, dispatches and verifies: the street's officer, in the largest street the demo's own. */
export const officerOf = ({ reported }: Course): string =>
  reported.grid._id.startsWith('320113001') ? 'demo-case' : streetAccount('case', reported.grid._id);

const handlerOf = (course: Course): string =>
  unitAccount(course.stage, caseOf(course).unit ?? '', course.reported.grid._id);

/** Next, after that long: at once where danger is imminent, else when somebody is in. */
const after = (course: Course, time: number): number => {
  const { simulation } = course.stage;
  return caseOf(course).urgent ? simulation.now + time / 6 : inOffice(simulation.now + time, course.random);
};

/** From the report to the evaluation. */
export async function* courseOf(course: Course): Story {
  const { fate, random, caseId, stage } = course;
  const { simulation } = stage;
  yield after(course, around(25 * MINUTE, 2, random));
  if (fate.standstill === 'collected' || caseOf(course).stage !== 'collected') return;
  if (fate.withdrawn) return withdraw(course);
  if (fate.declined) {
    const note = words.declineNotes[fate.declined];
    await simulation.issue(simulation.as(officerOf(course)), DeclineCase, { caseId, reason: fate.declined, note });
    return;
  }
  await simulation.issue(simulation.as(officerOf(course)), FileCase, { caseId });
  if (fate.standstill === 'filed') return;
  yield* handling(course);
  if (caseOf(course).stage !== 'closed' || fate.reopened === undefined) return yield* evaluation(course);
  yield simulation.now + fate.reopened * DAY;
  await reopen(course);
  const { returned: _r, suspended: _s, extension: _e, reopened: _o, ...rest } = fate;
  const again = {
    ...course,
    reopenedAt: instant(simulation.now),
    fate: { ...rest, reworks: 0, closing: between(0.3, 0.8, random) },
  };
  yield* handling(again);
  yield* evaluation(again);
}

const withdraw = async ({ stage, reported, caseId }: Course): Promise<void> => {
  const { simulation } = stage;
  const reason = 'resolved';
  await simulation.issue(simulation.as(reported.by), WithdrawIncident, { incidentId: caseId, reason });
};

/** From dispatch to closing, with what may come in between. */
async function* handling(course: Course): Story {
  const { fate, random, caseId } = course;
  const { simulation } = course.stage;
  const officer = (): ReturnType<typeof simulation.as> => simulation.as(officerOf(course));
  yield after(course, around(14 * MINUTE, 2, random));
  const note = random() < 0.3 ? oneOf(words.dispatchNotes, random) : undefined;
  await simulation.issue(officer(), DispatchCase, { caseId, note });
  if (fate.standstill === 'dispatched') return;
  if (fate.returned) yield* returned(course);
  yield after(course, around(55 * MINUTE, 2, random));
  await simulation.issue(simulation.as(handlerOf(course)), AcceptCase, { caseId });
  if (fate.standstill && (await standstill(course))) return;
  yield* moreTime(course);
  for (let reworks = fate.reworks; ; reworks--) {
    yield* handled(course, fate.closing * (reworks > 0 ? 0.6 : 1), reworks < fate.reworks);
    if (fate.standstill === 'reported') return;
    const passed = reworks <= 0;
    const failure = passed ? undefined : oneOf(words.reworkNotes, random);
    await simulation.issue(officer(), VerifyCase, { caseId, passed, note: failure });
    if (passed) return;
    yield after(course, around(40 * MINUTE, 2, random));
    await simulation.issue(simulation.as(handlerOf(course)), AcceptCase, { caseId });
  }
}

/** The unit says that it is another's; it is sent to the street, or back with a note. */
async function* returned(course: Course): Story {
  const { fate, random, caseId } = course;
  const { simulation } = course.stage;
  const reason = fate.returned!;
  yield after(course, around(80 * MINUTE, 2, random));
  const note = words.returnNotes[reason];
  await simulation.issue(simulation.as(handlerOf(course)), ReturnCase, { caseId, reason, note });
  yield after(course, around(30 * MINUTE, 2, random));
  const unit = reason === 'wrong-unit' ? '属地街道' : undefined;
  await simulation.issue(simulation.as(officerOf(course)), DispatchCase, {
    caseId,
    unit,
    note: words.dispatchNotes[2],
  });
}

/** Until the unit has reported and the officer looks, at that part of the time limit. */
async function* handled(course: Course, part: number, again: boolean): Story {
  const { random, caseId, fate } = course;
  const { simulation } = course.stage;
  if (part > 1.3) yield* supervised(course);
  yield atPart(course, part * 0.85);
  const result = oneOf(again ? words.reworkResults : words.results, random);
  await simulation.issue(simulation.as(handlerOf(course)), ReportBack, { caseId, result });
  if (fate.standstill !== 'reported') yield atPart(course, part);
}

/** A superior asks after what is late. */
async function* supervised(course: Course): Story {
  const { random, caseId, reported } = course;
  if (random() > 0.4) return;
  const { simulation } = course.stage;
  yield atPart(course, 1.1);
  const by = simulation.as(streetAccount('street', reported.grid._id));
  await simulation.issue(by, SuperviseCase, { caseId, instruction: oneOf(words.supervisions, random) });
}

async function* evaluation(course: Course): Story {
  const { fate, random, caseId } = course;
  const { simulation } = course.stage;
  if (fate.satisfaction === undefined || caseOf(course).stage !== 'closed') return;
  yield inOffice(simulation.now + around(20 * HOUR, 2.2, random), random);
  const { satisfaction } = fate;
  const comment = random() < 0.25 ? oneOf(satisfaction > 3 ? words.praise : words.complaint, random) : undefined;
  await simulation.issue(simulation.as(officerOf(course)), EvaluateCase, { caseId, satisfaction, comment });
}

/** By who recorded the report, or by the street on the reporter's behalf where they have left. */
const reopen = async ({ stage, caseId, reported, random }: Course): Promise<void> => {
  const { simulation } = stage;
  const { person } = simulation.as(reported.by).actor;
  const there = simulation.accountOf(person) === reported.by;
  const by = simulation.as(there ? reported.by : streetAccount('street', reported.grid._id));
  const reason = oneOf(words.reopeningReasons, random);
  await simulation.issue(by, ReopenCase, { caseId, reason, ...(!there && { onBehalfReason: 'telephoned' as const }) });
};
