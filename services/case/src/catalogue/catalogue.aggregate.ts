import {
  ApprovePublication,
  catalogueStream,
  DeclinePublication,
  PublishCalendar,
  PublishCatalogue,
  WithdrawPublication,
} from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { catalogueFold } from './catalogue.ts';
import { publishCalendar, publishCatalogue } from './catalogue.decisions.ts';
import { approvePublication, declinePublication, withdrawPublication } from './publication.decisions.ts';

export const catalogueAggregate = defineAggregate({
  stream: catalogueStream,
  fold: catalogueFold,
  territory: ({ districtCode }) => districtCode,
  regions: (_, { data }) => [data.districtCode],
  commands: (on) => [
    on(PublishCatalogue, { decide: publishCatalogue }),
    on(PublishCalendar, { decide: publishCalendar }),
    on(ApprovePublication, { decide: approvePublication }),
    on(DeclinePublication, { decide: declinePublication }),
    on(WithdrawPublication, { decide: withdrawPublication }),
  ],
});
