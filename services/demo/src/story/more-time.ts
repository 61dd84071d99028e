import { GrantExtension, RefuseExtension, RequestExtension, ResumeCase, SuspendCase } from '@panshi/contracts';
import { around, oneOf } from '../chance.ts';
import * as words from '../content/words.ts';
import type { Story } from '../engine/simulation.ts';
import { DAY, inOffice, MINUTE } from '../time.ts';
import { caseOf, type Course, officerOf } from './course.ts';
import { atPart } from './part-of-limit.ts';
import { unitAccount } from './units.ts';

/** Suspension, or an extension asked for and decided, where the case's fate has it and its deadline still lies ahead. */
export async function* moreTime(course: Course): Story {
  const { fate } = course;
  if (fate.suspended) yield* suspension(course);
  if (fate.extension) yield* extension(course);
}

const timely = (course: Course): boolean => {
  const { deadline } = caseOf(course);
  return deadline !== undefined && Date.parse(deadline) > course.stage.simulation.now;
};

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

const suspend = async ({ stage, caseId, fate, ...course }: Course): Promise<void> => {
  const { simulation } = stage;
  const reason = fate.suspended?.reason ?? 'construction';
  const officer = simulation.as(officerOf({ stage, caseId, fate, ...course }));
  await simulation.issue(officer, SuspendCase, { caseId, reason, note: words.suspensionNotes[reason] });
};

/** For as much again as a limit of a day or a few hours; half of a longer one. */
const ask = async (course: Course): Promise<void> => {
  const { stage, caseId, reported, random } = course;
  const { simulation } = stage;
  const by = simulation.as(unitAccount(stage, caseOf(course).unit ?? '', reported.grid._id));
  const reason = oneOf(words.extensionReasons, random);
  await simulation.issue(by, RequestExtension, { caseId, amount: 1, reason });
};

/** Brings a case to the standstill its fate names; whether it is there now. */
export const standstill = async (course: Course): Promise<boolean> => {
  switch (course.fate.standstill) {
    case 'suspended':
      if (!caseOf(course).urgent) await suspend(course);
      return true;
    case 'asked':
      await ask(course);
      return true;
    case 'in-progress':
      return true;
    default:
      return false;
  }
};
