import { catalogueEventTypes } from '@panshi/contracts';
import { defineModel } from '@panshi/service-kit';
import { type Catalogue, catalogueFold } from '../catalogue/catalogue.ts';

/** Every district's catalogue and calendars, by district code: small, and asked at every decision about a deadline. */
export const referencesModel = defineModel({
  name: 'case-references',
  from: catalogueEventTypes,
  create: () => new Map<string, Catalogue>(),
  apply: (references, event) => {
    const { districtCode } = event.data;
    references.set(districtCode, catalogueFold.evolve(references.get(districtCode) ?? catalogueFold.initial, event));
  },
});
