import { GetCalendar, GetCatalogue } from '@panshi/contracts';
import type { Filter, ViewDefinition, ViewDocument } from '@panshi/read-model';
import { answer, type QueryContext } from '@panshi/service-kit';
import { calendars, catalogues } from '../views/catalogues.view.ts';

/** Reference data, the same for every reader. The one asked for, or the one in effect. */
export const getCatalogue = answer(GetCatalogue, ({ districtCode, edition }, context) =>
  newest(catalogues, { districtCode, edition, ...(!edition && effective(context)) }, context),
);

export const getCalendar = answer(GetCalendar, ({ districtCode, version }, context) =>
  newest(calendars, { districtCode, version, ...(!version && effective(context)) }, context),
);

const effective = ({ now }: QueryContext): Filter => ({ status: 'published', effectiveFrom: { $lte: now } });

const newest = async <Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter, { views }: QueryContext) => {
  const { items } = await views.of(view).find({ filter, sort: { effectiveFrom: -1 }, limit: 1 });
  if (!items[0]) return undefined;
  const { _id, ...published } = items[0];
  return published;
};
