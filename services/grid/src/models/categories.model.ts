import { defineModel } from '@panshi/service-kit';
import { Categories } from './categories.ts';

/** Which categories an incident may be of, as the case service's catalogue tells. */
export const categoriesModel = defineModel({
  name: 'grid-categories',
  from: ['CataloguePublished', 'PublicationWithdrawn'],
  create: () => new Categories(),
  apply: (categories, { type, data }) =>
    type === 'CataloguePublished' ? categories.published(data) : categories.withdrawn(data),
});
