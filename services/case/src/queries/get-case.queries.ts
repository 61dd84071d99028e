import {
  type CaseDetails,
  type CaseStep,
  CaseSummary,
  fieldsFrom,
  GetCase,
  may,
  type Permission,
  type PersonalText,
  type SealedRef,
} from '@panshi/contracts';
import { answer, type QueryContext } from '@panshi/service-kit';
import { caseBoard } from '../views/case-board.view.ts';
import type { FileStep } from '../views/case-file.changes.ts';
import { caseFile } from '../views/case-file.view.ts';

/** Steps that hold a resident's words; the texts of others are from unit to unit. */
const ofResidents: readonly string[] = ['CaseReopened', 'CaseEvaluated'];

/**
 * What residents wrote is opened for who may see what incidents of that grid report; what units wrote to one another
 * also for who handles or dispatches cases there.
 */
export const getCase = answer(GetCase, async ({ caseId }, context): Promise<CaseDetails | undefined> => {
  const [found, file] = await Promise.all([
    context.views.of(caseBoard).get(caseId),
    context.views.of(caseFile).get(caseId),
  ]);
  if (!found || !file || !may(context.principal, 'case.read', found.gridCode)) return undefined;
  const mayHere = (permission: Permission): boolean => may(context.principal, permission, found.gridCode);
  const revealed = mayHere('incident.reveal');
  const amongUnits = mayHere('case.handle') || mayHere('case.dispatch');
  const { catalogueEdition, calendarVersion, limit } = file;
  return {
    _version: found._version,
    ...fieldsFrom(CaseSummary, found),
    ...(catalogueEdition && { catalogueEdition, calendarVersion, limit }),
    report: await opened(file.report, revealed, context),
    steps: await Promise.all(
      file.steps.map((each) => step(each, revealed || (amongUnits && !ofResidents.includes(each.type)), context)),
    ),
  };
});

const step = async ({ text, ...rest }: FileStep, revealed: boolean, context: QueryContext): Promise<CaseStep> => ({
  ...rest,
  ...(text && { text: await opened(text, revealed, context) }),
});

const opened = async (sealed: SealedRef, revealed: boolean, context: QueryContext): Promise<PersonalText> =>
  revealed ? context.open(sealed) : { status: 'withheld' };
