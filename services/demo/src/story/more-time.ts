import { GrantExtension, RefuseExtension, RequestExtension, ResumeCase, SuspendCase } from '@panshi/contracts';
import { around, oneOf } from '../chance.ts';
import words from '../content/words.json' with { type: 'json' };
import type { Story } from '../engine/simulation.ts';
import { DAY, inOffice, MINUTE } from '../time.ts';
import { act, caseOf, type Course, handlerOf, officerOf, timely } from './case-now.ts';
import { atPart } from './part-of-limit.ts';

/** Suspension, or an extension asked for and decided, where the case's fate has it and its deadline still lies ahead. */
export async function* moreTime(course: Course): Story {
  const { fate } = course;
  if (fate.suspended) yield* suspension(course);
  if (fate.extension) yield* extension(course);
}

async function* suspension(course: Course): Story {
  const { fate, random, stage } = course;
  yield atPart(course, 0.3);
  if (!timely(course) || caseOf(course).urgent) return;
  await suspend(course);
  yield inOffice(stage.simulation.now + fate.suspended!.days * DAY, random);
  await act(course, officerOf(course), ResumeCase, {});
}

async function* extension(course: Course): Story {
  const { fate, random, stage } = course;
  yield atPart(course, 0.5);
  if (!timely(course)) return;
  await ask(course);
  yield inOffice(stage.simulation.now + around(20 * MINUTE, 1.5, random), random);
  if (fate.extension === 'granted') await act(course, officerOf(course), GrantExtension, {});
  else await act(course, officerOf(course), RefuseExtension, { note: words.dispatchNotes[1] });
}

const suspend = async (course: Course): Promise<void> => {
  const reason = course.fate.suspended?.reason ?? 'construction';
  await act(course, officerOf(course), SuspendCase, { reason, note: words.suspensionNotes[reason] });
};

/** For one day more, or one hour where the limit is in hours. */
const ask = async (course: Course): Promise<void> => {
  const reason = oneOf(words.extensionReasons, course.random);
  await act(course, handlerOf(course), RequestExtension, { amount: 1, reason });
};

/** Brings a case to the standstill its fate names, where its deadline lets it; whether it stands now. */
export const standstill = async (course: Course): Promise<boolean> => {
  const { standstill: where } = course.fate;
  if (where === 'suspended' && timely(course) && !caseOf(course).urgent) await suspend(course);
  if (where === 'asked' && timely(course)) await ask(course);
  return where === 'suspended' || where === 'asked' || where === 'in-progress';
};
