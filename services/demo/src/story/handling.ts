import { AcceptCase, DispatchCase, ReportBack, ReturnCase, SuperviseCase, VerifyCase } from '@panshi/contracts';
import { around, oneOf } from '../chance.ts';
import * as words from '../content/words.ts';
import type { Story } from '../engine/simulation.ts';
import { MINUTE } from '../time.ts';
import { after, type Course, handlerOf, officerOf } from './case-now.ts';
import { moreTime, standstill } from './more-time.ts';
import { atPart } from './part-of-limit.ts';
import { streetAccount } from './stage.ts';
import { LOCAL } from './units.ts';

/** From dispatch to closing, with what may come in between. */
export async function* handling(course: Course): Story {
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
  const unit = reason === 'wrong-unit' ? LOCAL : undefined;
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
