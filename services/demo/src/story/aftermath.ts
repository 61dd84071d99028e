import { EvaluateCase, ReopenCase, WithdrawIncident } from '@panshi/contracts';
import { around, oneOf } from '../chance.ts';
import * as words from '../content/words.ts';
import type { Story } from '../engine/simulation.ts';
import { HOUR, inOffice } from '../time.ts';
import { caseOf, type Course, officerOf } from './case-now.ts';
import { streetAccount } from './stage.ts';

/** Whether who recorded the report still has the account it was recorded with. */
const stillThere = ({ stage, reported }: Course): boolean => {
  const { simulation } = stage;
  return simulation.accountOf(simulation.as(reported.by).actor.person) === reported.by;
};

/** The report is taken back by who recorded it. */
export const withdraw = async (course: Course): Promise<void> => {
  const { stage, reported, caseId } = course;
  const { simulation } = stage;
  if (!stillThere(course)) return;
  const fields = { incidentId: caseId, reason: 'resolved' } as const;
  await simulation.issue(simulation.as(reported.by), WithdrawIncident, fields);
};

/** The reporter is asked, some days after closing. */
export async function* evaluation(course: Course): Story {
  const { fate, random, caseId } = course;
  const { simulation } = course.stage;
  if (fate.satisfaction === undefined || caseOf(course).stage !== 'closed') return;
  yield inOffice(simulation.now + around(20 * HOUR, 2.2, random), random);
  const { satisfaction } = fate;
  const comment = random() < 0.25 ? oneOf(satisfaction > 3 ? words.praise : words.complaint, random) : undefined;
  await simulation.issue(simulation.as(officerOf(course)), EvaluateCase, { caseId, satisfaction, comment });
}

/** By who recorded the report, or by the street on the reporter's behalf where they have left. */
export const reopen = async (course: Course): Promise<void> => {
  const { stage, caseId, reported, random } = course;
  const { simulation } = stage;
  const there = stillThere(course);
  const by = simulation.as(there ? reported.by : streetAccount('street', reported.grid._id));
  const reason = oneOf(words.reopeningReasons, random);
  await simulation.issue(by, ReopenCase, { caseId, reason, ...(!there && { onBehalfReason: 'telephoned' as const }) });
};
