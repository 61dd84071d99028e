import {
  type CaseDetails,
  type CaseStep,
  GetCase,
  type Permission,
  type PersonalText,
  type SealedRef,
} from '@panshi/contracts';
import { answer, type QueryContext } from '@panshi/service-kit';
import { caseBoard } from '../views/case-board.view.ts';
import { caseFile, type FileStep } from '../views/case-file.view.ts';
import { reaches } from './reach.ts';
import { summary } from './summary.ts';

/** Steps that hold a resident's words; the texts of others are from unit to unit. */
const ofResidents: readonly string[] = ['CaseReopened', 'CaseEvaluated'];

/**
 * What residents wrote is opened for who may see what incidents of that grid report; what units wrote to one another
 * also for who handles cases there.
 */
export const getCase = answer(GetCase, async ({ caseId }, context): Promise<Details | undefined> => {
  const [found, file] = await Promise.all([
    context.views.of(caseBoard).get(caseId),
    context.views.of(caseFile).get(caseId),
  ]);
  if (!found || !file || !reaches(context.principal, 'case.read', found.gridCode)) return undefined;
  const may = (permission: Permission): boolean => reaches(context.principal, permission, found.gridCode);
  const revealed = may('incident.reveal');
  const { catalogueEdition, calendarVersion } = file;
  return {
    _version: found._version,
    ...summary(found),
    ...(catalogueEdition && { catalogueEdition, calendarVersion }),
    report: await opened(file.report, revealed, context),
    steps: await Promise.all(
      file.steps.map((each) =>
        step(each, revealed || (may('case.handle') && !ofResidents.includes(each.type)), context),
      ),
    ),
  };
});

/** With the version that becomes the answer's ETag. */
type Details = CaseDetails & { readonly _version?: number };

const step = async ({ text, ...rest }: FileStep, may: boolean, context: QueryContext): Promise<CaseStep> => ({
  ...rest,
  ...(text && { text: await opened(text, may, context) }),
});

const opened = async (sealed: SealedRef, may: boolean, context: QueryContext): Promise<PersonalText> =>
  may ? context.open(sealed) : { status: 'withheld' };
