import { CalendarView, CatalogueView, type EventData } from '@panshi/contracts';
import { defineView, type ViewDocument, viewSchema } from '@panshi/read-model';

/** An edition of a district's catalogue. */
export type CatalogueDocument = ViewDocument & EventData['CataloguePublished'];

/** A version of a district's working calendar. */
export type CalendarDocument = ViewDocument & EventData['CalendarPublished'];

const byEffect = { districtCode: 1, effectiveFrom: -1 } as const;

export const catalogues = defineView<CatalogueDocument, 'CataloguePublished'>({
  name: 'catalogues',
  version: 1,
  schema: viewSchema(CatalogueView).index(byEffect),
  from: ['CataloguePublished'],
  keys: ({ data }) => [`${data.districtCode} ${data.edition}`],
  evolve: (_, { data }, _id) => ({ _id, ...data }),
});

export const calendars = defineView<CalendarDocument, 'CalendarPublished'>({
  name: 'calendars',
  version: 1,
  schema: viewSchema(CalendarView).index(byEffect),
  from: ['CalendarPublished'],
  keys: ({ data }) => [`${data.districtCode} ${data.version}`],
  evolve: (_, { data }, _id) => ({ _id, ...data }),
});
