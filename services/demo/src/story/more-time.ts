import { GrantExtension, RefuseExtension, RequestExtension, ResumeCase, SuspendCase } from '@panshi/contracts';
import { around, oneOf } from '../chance.ts';
import * as words from '../content/words.ts';
import type { Story } from '../engine/simulation.ts';
import { DAY, inOffice, MINUTE } from '../time.ts';
import { caseOf, type Course, handlerOf, officerOf, timely } from './case-now.ts';
import { atPart } from './part-of-limit.ts';

/** Suspension, or an extension asked for and decided, where the case's fate has it and its deadline still lies ahead. */
export async function* moreTime(course: Course): Story {
  const { fate } = course;
  if (fate.suspended) yield* suspension(course);
  if (fate.extension) yield* extension(course);
}

async function* suspension(course: Course): Story {
  const { fate, random, caseId, stage } = course;
  const { simulation } = stage;
  yield atPart(course, 0.3);
  if (!timely(course) || caseOf(course).urgent) return;
  await suspend(course);
  yield inOffice(simulation.now + fate.suspended!.days * DAY, random);
  await simulation.issue(simulation.as(officerOf(course)), ResumeCase, { caseId });
}

async function* extension(course: Course): Story {
  const { fate, random, caseId, stage } = course;
  const { simulation } = stage;
  yield atPart(course, 0.5);
  if (!timely(course)) return;
  await ask(course);
  yield inOffice(simulation.now + around(20 * MINUTE, 1.5, random), random);
  const officer = simulation.as(officerOf(course));
  if (fate.extension === 'granted') await simulation.issue(officer, GrantExtension, { caseId });
  else await simulation.issue(officer, RefuseExtension, { caseId, note: words.dispatchNotes[1] });
}

const suspend = async (course: Course): Promise<void> => {
  const { simulation } = course.stage;
  const { caseId, fate } = course;
  const reason = fate.suspended?.reason ?? 'construction';
  const note = words.suspensionNotes[reason];
  await simulation.issue(simulation.as(officerOf(course)), SuspendCase, { caseId, reason, note });
};

/** For one day more, or one hour where the limit is in hours. */
const ask = async (course: Course): Promise<void> => {
  const { simulation } = course.stage;
  const { caseId, random } = course;
  const reason = oneOf(words.extensionReasons, random);
  await simulation.issue(simulation.as(handlerOf(course)), RequestExtension, { caseId, amount: 1, reason });
};

/** Brings a case to the standstill its fate names, where its deadline lets it; whether it stands now. */
export const standstill = async (course: Course): Promise<boolean> => {
  const { standstill: where } = course.fate;
  if (where === 'suspended' && timely(course) && !caseOf(course).urgent) await suspend(course);
  if (where === 'asked' && timely(course)) await ask(course);
  return where === 'suspended' || where === 'asked' || where === 'in-progress';
};
