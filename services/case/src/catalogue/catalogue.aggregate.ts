import { catalogueStream, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { catalogueFold } from './catalogue.ts';
import { publishCalendar, publishCatalogue } from './catalogue.decisions.ts';

export const catalogueAggregate = defineAggregate({
  stream: catalogueStream,
  fold: catalogueFold,
  territory: ({ districtCode }) => districtCode,
  regions: (_, { data }) => [data.districtCode],
  commands: (on) => [
    on(PublishCatalogue, { decide: publishCatalogue }),
    on(PublishCalendar, { decide: publishCalendar }),
  ],
});
