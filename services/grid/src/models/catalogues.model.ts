import { defineModel } from '@panshi/service-kit';
import { Catalogues } from './catalogues.ts';

/** Which categories an incident may be of, and which units there are, as the case service's catalogues tell. */
export const cataloguesModel = defineModel({
  name: 'grid-catalogues',
  from: ['CataloguePublished', 'PublicationWithdrawn'],
  create: () => new Catalogues(),
  apply: (catalogues, { type, data }) =>
    type === 'CataloguePublished' ? catalogues.published(data) : catalogues.withdrawn(data),
});
