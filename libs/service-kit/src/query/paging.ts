import type { Paged } from '@panshi/contracts';
import type { FindOptions } from '@panshi/read-model';

/** A list's page as it is asked for, with how many match in all; counted by these fields where facets are asked for. */
export const paging = (
  { limit, cursor, facets }: Paged & { readonly facets?: boolean },
  by: readonly string[] = [],
): Pick<FindOptions, 'limit' | 'cursor' | 'total' | 'facets'> => ({
  limit,
  cursor,
  total: true,
  facets: facets ? by : undefined,
});
