import { DeclineCase, FileCase } from '@panshi/contracts';
import { around, between } from '../chance.ts';
import * as words from '../content/words.ts';
import type { Story } from '../engine/simulation.ts';
import { DAY, instant, MINUTE } from '../time.ts';
import { evaluation, reopen, withdraw } from './aftermath.ts';
import { after, caseOf, type Course, officerOf } from './case-now.ts';
import { handling } from './handling.ts';

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
