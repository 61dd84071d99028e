import { ProposalView, type PublicationKind } from '@panshi/contracts';
import { defineView, type ViewDocument, viewSchema } from '@panshi/read-model';

/** What waits for a second person; none once it does not. */
export interface ProposalDocument extends ViewDocument, ProposalView {}

const idOf = (districtCode: string, kind: PublicationKind, name: string): string => `${districtCode} ${kind} ${name}`;

export const proposals = defineView({
  name: 'proposals',
  version: 1,
  schema: viewSchema(ProposalView).index({ districtCode: 1 }),
  from: [
    'CatalogueProposed',
    'CalendarProposed',
    'CataloguePublished',
    'CalendarPublished',
    'PublicationDeclined',
    'PublicationWithdrawn',
  ],
  keys: ({ data }) => {
    if ('edition' in data) return [idOf(data.districtCode, 'catalogue', data.edition)];
    if ('version' in data) return [idOf(data.districtCode, 'calendar', data.version)];
    return [idOf(data.districtCode, data.kind, data.name)];
  },
  evolve: (_: ProposalDocument | undefined, { type, data, occurredAt }, _id): ProposalDocument | undefined => {
    if (type !== 'CatalogueProposed' && type !== 'CalendarProposed') return undefined;
    const { districtCode, effectiveFrom, proposedBy } = data;
    const what =
      'edition' in data
        ? { kind: 'catalogue' as const, name: data.edition }
        : { kind: 'calendar' as const, name: data.version };
    return { _id, districtCode, ...what, proposedBy, proposedAt: occurredAt, effectiveFrom };
  },
});
