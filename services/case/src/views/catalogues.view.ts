import type { EventData } from '@panshi/contracts';
import { defineView, type ViewDocument } from '@panshi/read-model';
import { Schema } from 'mongoose';

/** An edition of a district's catalogue. */
export type CatalogueDocument = ViewDocument & EventData['CataloguePublished'];

/** A version of a district's working calendar. */
export type CalendarDocument = ViewDocument & EventData['CalendarPublished'];

const inEffect = (schema: Schema): Schema => schema.index({ districtCode: 1, effectiveFrom: -1 });
const parts = [Schema.Types.Mixed];

export const catalogues = defineView<CatalogueDocument, 'CataloguePublished'>({
  name: 'catalogues',
  version: 1,
  schema: inEffect(
    new Schema({
      _id: String,
      districtCode: String,
      edition: String,
      effectiveFrom: String,
      classes: parts,
      categories: parts,
    }),
  ),
  from: ['CataloguePublished'],
  keys: ({ data }) => [`${data.districtCode} ${data.edition}`],
  evolve: (_, { data }, _id) => ({ _id, ...data }),
});

export const calendars = defineView<CalendarDocument, 'CalendarPublished'>({
  name: 'calendars',
  version: 1,
  schema: inEffect(
    new Schema({
      _id: String,
      districtCode: String,
      version: String,
      effectiveFrom: String,
      utcOffset: String,
      workingWeekdays: [Number],
      workingSpans: parts,
      years: parts,
    }),
  ),
  from: ['CalendarPublished'],
  keys: ({ data }) => [`${data.districtCode} ${data.version}`],
  evolve: (_, { data }, _id) => ({ _id, ...data }),
});
