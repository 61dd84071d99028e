import { catalogueStream, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { catalogueFold } from './catalogue.ts';
import { publishCalendar, publishCatalogue } from './catalogue.decisions.ts';

const stream = catalogueStream.of;

export const catalogueAggregate = defineAggregate({
  stream: catalogueStream,
  fold: catalogueFold,
  territory: ({ districtCode }) => districtCode,
  regions: (_, { data }) => [data.districtCode],
  commands: (on) => [
    on(PublishCatalogue, { stream, decide: publishCatalogue }),
    on(PublishCalendar, { stream, decide: publishCalendar }),
  ],
});
