import { join } from 'node:path';
import { queryOptions } from '@panshi/contracts';
import type { ViewSource } from '@panshi/read-model';
import type { ServiceDefinition } from '../definition/service.ts';

/** The views of a service that can be asked for as of the past: those its queries read. Their snapshots lie in the data folder. */
export const pastViewSource = (
  { name, viewsFrom: from, queries }: Pick<ServiceDefinition, 'name' | 'viewsFrom' | 'queries'>,
  data: string,
): ViewSource => ({
  path: join(data, `past.${name}.db`),
  from,
  views: [...new Set(queries.flatMap(({ query }) => queryOptions(query).views))],
});
