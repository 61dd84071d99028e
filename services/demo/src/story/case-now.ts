import { caseBoard } from '@panshi/case';
import type { CaseSummary, CommandType, Exactly } from '@panshi/contracts';
import type { Random } from '../chance.ts';
import { inOffice } from '../time.ts';
import type { Fate } from './fate.ts';
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

/** Who files, dispatches and verifies: the street's officer, in the first street the demo's own. */
export const officerOf = ({ reported }: Course): string =>
  reported.grid._id.startsWith('320113001') ? 'demo-case' : streetAccount('case', reported.grid._id);

/** Who acts for the unit that has the case. */
export const handlerOf = (course: Course): string =>
  unitAccount(course.stage, caseOf(course).unit ?? '', course.reported.grid._id);

/** Somebody does something about the case now. */
export const act = async <C extends { readonly caseId: string }>(
  { stage, caseId }: Course,
  by: string,
  type: CommandType<C>,
  fields: Omit<C, 'caseId'>,
): Promise<void> => {
  await stage.simulation.issue<C, C>(by, type, { ...fields, caseId } as Exactly<C, C>);
};

/** Next, after that long: soon where danger is imminent, else when somebody is in. */
export const after = (course: Course, time: number): number => {
  const { simulation } = course.stage;
  return caseOf(course).urgent ? simulation.now + time / 6 : inOffice(simulation.now + time, course.random);
};

/** Whether its deadline lies ahead; it does not while the clock stands still. */
export const timely = (course: Course): boolean => {
  const { deadline } = caseOf(course);
  return deadline !== undefined && Date.parse(deadline) > course.stage.simulation.now;
};
