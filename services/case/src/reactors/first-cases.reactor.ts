import { MoveDuplicateCase, UnlinkDuplicateCase } from '@panshi/contracts';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';

type Leads = readonly Reaction<MoveDuplicateCase | UnlinkDuplicateCase>[];

const unlinked = (caseId: string, duplicateOf: string): Leads => [
  issue(UnlinkDuplicateCase, { caseId, duplicateOf }, caseId),
];

const moved = (caseId: string, from: string, duplicateOf: string): Leads => [
  issue(MoveDuplicateCase, { caseId, from, duplicateOf }, caseId),
];

const duplicatesOf = (caseId: string, context: ReactionContext): Promise<readonly CaseDocument[]> =>
  Array.fromAsync(context.all(caseBoard, { duplicateOf: caseId, stage: 'duplicate' }));

/** The earliest of a withdrawn case's duplicates is the first case from now on, and the others are linked to it. */
const promoted = async (caseId: string, context: ReactionContext): Promise<Leads> => {
  const [heir, ...others] = (await duplicatesOf(caseId, context)).toSorted((a, b) => (a._id < b._id ? -1 : 1));
  if (!heir) return [];
  return [...unlinked(heir._id, caseId), ...others.flatMap(({ _id }) => moved(_id, caseId, heir._id))];
};

/** Links made at the same moment may end at a duplicate, in a circle or at a case withdrawn: the newest link gives way. */
const checked = async (caseId: string, context: ReactionContext): Promise<Leads> => {
  const subject = await context.get(caseBoard, caseId);
  if (subject?.stage !== 'duplicate') return [];
  const duplicateOf = subject.duplicateOf!;
  const first = await context.get(caseBoard, duplicateOf);
  if (first?.stage === 'withdrawn') return promoted(duplicateOf, context);
  if (first?.stage !== 'duplicate') return [];
  return first.duplicateOf === caseId ? unlinked(caseId, duplicateOf) : moved(caseId, duplicateOf, first.duplicateOf!);
};

/**
 * Keeps every duplicate linked to a case that itself is none: where that one becomes a duplicate its duplicates move
 * along, and where it is withdrawn the earliest of them takes its place.
 */
export const firstCases = defineReactor({
  name: 'first-cases',
  issues: [MoveDuplicateCase, UnlinkDuplicateCase],
  from: ['CaseMarkedDuplicate', 'CaseWithdrawn'],
  views: [caseBoard],
  async react({ type, data }, context) {
    const { caseId } = data;
    if (type === 'CaseWithdrawn') return promoted(caseId, context);
    const along = (await duplicatesOf(caseId, context)).filter(({ _id }) => _id !== data.duplicateOf);
    return [...(await checked(caseId, context)), ...along.flatMap(({ _id }) => moved(_id, caseId, data.duplicateOf))];
  },
});
