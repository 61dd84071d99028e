import {
  type CaseDetails,
  type CaseSummary,
  caseSorts,
  GetCase,
  ListCases,
  type PersonalText,
  type SealedRef,
} from '@panshi/contracts';
import type { BoundingBox, Filter, Views } from '@panshi/read-model';
import { answer, type QueryContext } from '@panshi/service-kit';
import { caseBoard, type CaseDocument } from '../views/case-board.view.ts';
import { caseFile } from '../views/case-file.view.ts';
import { catalogues } from '../views/catalogues.view.ts';
import { inReach, inRegion, reaches } from './reach.ts';

const summary = ({ _id, _version, ...fields }: CaseDocument): CaseSummary => fields;

const boxOf = (bbox: string): BoundingBox => {
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  return { field: 'location', west, south, east, north };
};

/** Cases whose category or unit is called so. Words of residents are sealed and never searched. */
const called = async (text: string, views: Views): Promise<Filter> => {
  const { items } = await views.of(catalogues).find({ limit: 200 });
  const named = items
    .flatMap(({ categories }) => categories)
    .filter(({ name }) => name.zh.includes(text) || name.en.toLowerCase().includes(text.toLowerCase()));
  const codes = [...new Set(named.map(({ code }) => code))];
  return { $or: [{ categoryCode: { $in: codes } }, { unit: { $prefix: text } }] };
};

export const listCases = answer(ListCases, async (query, { views, principal }) => {
  const { stage, open, category, territory, unit, overdue, warned, activation, text, bbox, sort = 'deadline' } = query;
  const page = await views.of(caseBoard).find({
    filter: {
      stage,
      open: overdue || warned ? true : open,
      unit,
      overdue,
      warned,
      modifiers: activation,
      ...(category && { categoryCode: { $prefix: category } }),
      ...inRegion(territory),
      $and: [inReach(principal, 'case.read', 'gridCode'), ...(text ? [await called(text, views)] : [])],
    },
    ...(bbox && { within: boxOf(bbox) }),
    sort: caseSorts[sort],
    limit: query.limit,
    cursor: query.cursor,
    ...(query.facets && { total: true, facets: ['stage', 'categoryCode', 'streetCode', 'unit', 'overdue'] }),
  });
  return { ...page, items: page.items.map(summary) };
});

/** What was written is opened for who may see what incidents of that grid report. */
export const getCase = answer(
  GetCase,
  async ({ caseId }, context): Promise<(CaseDetails & { _version?: number }) | undefined> => {
    const [found, file] = await Promise.all([
      context.views.of(caseBoard).get(caseId),
      context.views.of(caseFile).get(caseId),
    ]);
    if (!found || !file || !reaches(context.principal, 'case.read', found.gridCode)) return undefined;
    const revealed = (sealed: SealedRef): Promise<PersonalText> => reveal(sealed, found, context);
    const { catalogueEdition, calendarVersion } = file;
    const steps = file.steps.map(async ({ text, ...step }) => ({
      ...step,
      ...(text && { text: await revealed(text) }),
    }));
    return {
      _version: found._version,
      ...summary(found),
      ...(catalogueEdition && { catalogueEdition, calendarVersion }),
      report: await revealed(file.report),
      steps: await Promise.all(steps),
    };
  },
);

const reveal = async (sealed: SealedRef, { gridCode }: CaseDocument, context: QueryContext): Promise<PersonalText> =>
  reaches(context.principal, 'incident.reveal', gridCode) ? context.open(sealed) : { status: 'withheld' };
