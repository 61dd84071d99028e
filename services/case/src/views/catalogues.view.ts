import { CalendarView, CatalogueView, type EventData, type PublicationStatus } from '@panshi/contracts';
import { defineView, type Typed, type ViewDocument, viewSchema } from '@panshi/read-model';

/** How far a publication has come, and who proposed it while it waits for a second person. */
interface Publication extends ViewDocument {
  readonly status: PublicationStatus;
  readonly proposedBy?: string;
  /** While it waits: absent where it is to take effect with its approval. */
  readonly effectiveFrom?: string;
}

/** An edition of a district's catalogue. */
export type CatalogueDocument = Publication & Omit<EventData['CataloguePublished'], 'effectiveFrom' | 'approvedBy'>;

/** A version of a district's working calendar. */
export type CalendarDocument = Publication & Omit<EventData['CalendarPublished'], 'effectiveFrom' | 'approvedBy'>;

const byEffect = { districtCode: 1, status: 1, effectiveFrom: -1 } as const;

type Ending = Typed<'PublicationDeclined' | 'PublicationWithdrawn'>;

export const catalogues = defineView<CatalogueDocument, Ending['type'] | 'CatalogueProposed' | 'CataloguePublished'>({
  name: 'catalogues',
  version: 3,
  schema: viewSchema(CatalogueView).index(byEffect),
  from: ['CatalogueProposed', 'CataloguePublished', 'PublicationDeclined', 'PublicationWithdrawn'],
  keys: ({ data }) => {
    if ('edition' in data) return [`${data.districtCode} ${data.edition}`];
    return data.kind === 'catalogue' ? [`${data.districtCode} ${data.name}`] : [];
  },
  evolve: (_, { type, data }, _id) => {
    switch (type) {
      case 'CatalogueProposed': {
        const { proposedAccount: _account, ...edition } = data;
        return { _id, ...edition, status: 'proposed' };
      }
      case 'CataloguePublished': {
        const { approvedBy: _person, ...edition } = data;
        return { _id, ...edition, status: 'published' };
      }
      default:
        return undefined;
    }
  },
});

export const calendars = defineView<CalendarDocument, Ending['type'] | 'CalendarProposed' | 'CalendarPublished'>({
  name: 'calendars',
  version: 2,
  schema: viewSchema(CalendarView).index(byEffect),
  from: ['CalendarProposed', 'CalendarPublished', 'PublicationDeclined', 'PublicationWithdrawn'],
  keys: ({ data }) => {
    if ('version' in data) return [`${data.districtCode} ${data.version}`];
    return data.kind === 'calendar' ? [`${data.districtCode} ${data.name}`] : [];
  },
  evolve: (_, { type, data }, _id) => {
    switch (type) {
      case 'CalendarProposed': {
        const { proposedAccount: _account, ...version } = data;
        return { _id, ...version, status: 'proposed' };
      }
      case 'CalendarPublished': {
        const { approvedBy: _person, ...version } = data;
        return { _id, ...version, status: 'published' };
      }
      default:
        return undefined;
    }
  },
});
