import { AcceptCase, DispatchCase, ReportBack, ReturnCase, SuperviseCase, VerifyCase } from '@panshi/contracts';
import { around, oneOf } from '../chance.ts';
import words from '../content/words.json' with { type: 'json' };
import type { Story } from '../engine/simulation.ts';
import { MINUTE } from '../time.ts';
import { act, after, type Course, handlerOf, officerOf } from './case-now.ts';
import { moreTime, standstill } from './more-time.ts';
import { atPart } from './part-of-limit.ts';
import { streetAccount } from './stage.ts';
import { LOCAL } from './units.ts';

/** From dispatch to closing, with what may come in between. */
export async function* handling(course: Course): Story {
  const { fate, random } = course;
  yield after(course, around(14 * MINUTE, 2, random));
  const note = random() < 0.3 ? oneOf(words.dispatchNotes, random) : undefined;
  await act(course, officerOf(course), DispatchCase, { note });
  if (fate.standstill === 'dispatched') return;
  if (fate.returned) yield* returned(course);
  yield after(course, around(55 * MINUTE, 2, random));
  await act(course, handlerOf(course), AcceptCase, {});
  if (fate.standstill && (await standstill(course))) return;
  yield* moreTime(course);
  for (let reworks = fate.reworks; ; reworks--) {
    yield* handled(course, fate.closing * (reworks > 0 ? 0.6 : 1), reworks < fate.reworks);
    if (fate.standstill === 'reported') return;
    const passed = reworks <= 0;
    const failure = passed ? undefined : oneOf(words.reworkNotes, random);
    await act(course, officerOf(course), VerifyCase, { passed, note: failure });
    if (passed) return;
    yield after(course, around(40 * MINUTE, 2, random));
    await act(course, handlerOf(course), AcceptCase, {});
  }
}

/** The unit says that it is another's; it is sent to the street, or back with a note. */
async function* returned(course: Course): Story {
  const { fate, random } = course;
  const reason = fate.returned!;
  yield after(course, around(80 * MINUTE, 2, random));
  await act(course, handlerOf(course), ReturnCase, { reason, note: words.returnNotes[reason] });
  yield after(course, around(30 * MINUTE, 2, random));
  const unit = reason === 'wrong-unit' ? LOCAL : undefined;
  await act(course, officerOf(course), DispatchCase, { unit, note: words.dispatchNotes[2] });
}

/** Until the unit has reported and the officer looks, at that part of the time limit. */
async function* handled(course: Course, part: number, again: boolean): Story {
  const { random, fate } = course;
  if (part > 1.3) yield* supervised(course);
  yield atPart(course, part * 0.85);
  const result = oneOf(again ? words.reworkResults : words.results, random);
  await act(course, handlerOf(course), ReportBack, { result });
  if (fate.standstill !== 'reported') yield atPart(course, part);
}

/** A superior asks after what is late. */
async function* supervised(course: Course): Story {
  const { random, reported } = course;
  if (random() > 0.4) return;
  yield atPart(course, 1.1);
  const street = streetAccount('street', reported.grid._id);
  await act(course, street, SuperviseCase, { instruction: oneOf(words.supervisions, random) });
}
