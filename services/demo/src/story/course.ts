import { DeclineCase, FileCase } from '@panshi/contracts';
import { around, between } from '../chance.ts';
import words from '../content/words.json' with { type: 'json' };
import type { Story } from '../engine/simulation.ts';
import { DAY, instant, MINUTE } from '../time.ts';
import { evaluation, reopen, withdraw } from './aftermath.ts';
import { act, after, caseOf, type Course, officerOf } from './case-now.ts';
import { handling } from './handling.ts';

/** From the report to the evaluation. */
export async function* courseOf(course: Course): Story {
  const { fate, random, stage } = course;
  yield after(course, around(25 * MINUTE, 2, random));
  if (fate.standstill === 'collected' || caseOf(course).stage !== 'collected') return;
  if (fate.withdrawn) return withdraw(course);
  if (fate.declined) {
    const note = words.declineNotes[fate.declined];
    return act(course, officerOf(course), DeclineCase, { reason: fate.declined, note });
  }
  await act(course, officerOf(course), FileCase, {});
  if (fate.standstill === 'filed') return;
  yield* handling(course);
  if (caseOf(course).stage !== 'closed' || fate.reopened === undefined) return yield* evaluation(course);
  yield stage.simulation.now + fate.reopened * DAY;
  await reopen(course);
  const { returned: _r, suspended: _s, extension: _e, reopened: _o, ...rest } = fate;
  const again = {
    ...course,
    reopenedAt: instant(stage.simulation.now),
    fate: { ...rest, reworks: 0, closing: between(0.3, 0.8, random) },
  };
  yield* handling(again);
  yield* evaluation(again);
}
