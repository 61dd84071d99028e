import { MoveDuplicateIncident, UnlinkDuplicateIncident } from '@panshi/contracts';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import type { IncidentDocument } from '../views/incident-board.document.ts';
import { incidentBoard } from '../views/incident-board.view.ts';

type Leads = readonly Reaction<MoveDuplicateIncident | UnlinkDuplicateIncident>[];

const unlinked = (incidentId: string, duplicateOf: string): Leads => [
  issue(UnlinkDuplicateIncident, { incidentId, duplicateOf }, incidentId),
];

const moved = (incidentId: string, from: string, duplicateOf: string): Leads => [
  issue(MoveDuplicateIncident, { incidentId, from, duplicateOf }, incidentId),
];

const duplicatesOf = (incidentId: string, context: ReactionContext): Promise<readonly IncidentDocument[]> =>
  Array.fromAsync(context.all(incidentBoard, { duplicateOf: incidentId, status: 'duplicate' }));

/** The earliest of a withdrawn report's duplicates is the first report from now on, and the others are linked to it. */
const promoted = async (incidentId: string, context: ReactionContext): Promise<Leads> => {
  const [heir, ...others] = (await duplicatesOf(incidentId, context)).toSorted((a, b) => (a._id < b._id ? -1 : 1));
  if (!heir) return [];
  return [...unlinked(heir._id, incidentId), ...others.flatMap(({ _id }) => moved(_id, incidentId, heir._id))];
};

/** Links made at the same moment may end at a duplicate, in a circle or at a report withdrawn: the newest link gives way. */
const checked = async (incidentId: string, context: ReactionContext): Promise<Leads> => {
  const incident = await context.get(incidentBoard, incidentId);
  if (incident?.status !== 'duplicate') return [];
  const { duplicateOf } = incident;
  const original = await context.get(incidentBoard, duplicateOf!);
  if (original?.status === 'withdrawn') return promoted(duplicateOf!, context);
  if (original?.duplicateOf === incidentId) return unlinked(incidentId, duplicateOf!);
  return original?.duplicateOf ? moved(incidentId, duplicateOf!, original.duplicateOf) : [];
};

/**
 * Keeps every duplicate linked to a report that itself is none: where that one becomes a duplicate its duplicates move
 * along, and where it is withdrawn the earliest of them takes its place.
 */
export const firstReports = defineReactor({
  name: 'first-reports',
  issues: [MoveDuplicateIncident, UnlinkDuplicateIncident],
  from: ['IncidentLinkedAsDuplicate', 'IncidentWithdrawn'],
  views: [incidentBoard],
  async react({ type, data }, context) {
    const { incidentId } = data;
    if (type === 'IncidentWithdrawn') return promoted(incidentId, context);
    const along = (await duplicatesOf(incidentId, context)).filter(({ _id }) => _id !== data.duplicateOf);
    return [
      ...(await checked(incidentId, context)),
      ...along.flatMap(({ _id }) => moved(_id, incidentId, data.duplicateOf)),
    ];
  },
});
