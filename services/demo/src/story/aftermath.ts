import { EvaluateCase, ReopenCase, WithdrawIncident } from '@panshi/contracts';
import { around, oneOf } from '../chance.ts';
import words from '../content/words.json' with { type: 'json' };
import type { Story } from '../engine/simulation.ts';
import { HOUR, inOffice } from '../time.ts';
import { act, caseOf, type Course, officerOf } from './case-now.ts';
import { streetAccount } from './stage.ts';

/** Whether who recorded the report still has the account it was recorded with. */
const stillThere = ({ stage, reported }: Course): boolean => {
  const { simulation } = stage;
  return simulation.accountOf(simulation.as(reported.by).actor.person) === reported.by;
};

/** The report is taken back by who recorded it. */
export const withdraw = async (course: Course): Promise<void> => {
  const { stage, reported, caseId: incidentId } = course;
  if (!stillThere(course)) return;
  await stage.simulation.issue(reported.by, WithdrawIncident, { incidentId, reason: 'resolved' });
};

/** The reporter is asked, some days after closing. */
export async function* evaluation(course: Course): Story {
  const { fate, random, stage } = course;
  if (fate.satisfaction === undefined || caseOf(course).stage !== 'closed') return;
  yield inOffice(stage.simulation.now + around(20 * HOUR, 2.2, random), random);
  const { satisfaction } = fate;
  const comment = random() < 0.25 ? oneOf(satisfaction > 3 ? words.praise : words.complaint, random) : undefined;
  await act(course, officerOf(course), EvaluateCase, { satisfaction, comment });
}

/** By who recorded the report, or by the street on their behalf where they have another account, or none, by now. */
export const reopen = async (course: Course): Promise<void> => {
  const { stage, reported, random } = course;
  const there = stillThere(course);
  const by = there ? reported.by : streetAccount('street', reported.grid._id);
  const reason = oneOf(words.reopeningReasons, random);
  const onBehalfOf = stage.simulation.as(reported.by).actor.person;
  await act(course, by, ReopenCase, { reason, ...(!there && { onBehalfOf, onBehalfReason: 'telephoned' as const }) });
};
