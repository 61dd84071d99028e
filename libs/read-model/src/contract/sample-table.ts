import type { ViewStore, ViewTable } from '../view-store.ts';
import { type Sample, sampleView } from './samples.ts';

/** The nth position of a log. */
export const position = (n: number): string => String(n).padStart(16, '0');

/** The sample view anew, holding just these documents. */
export const holdingIn = async (
  store: ViewStore,
  documents: readonly Sample[],
  indexed = true,
): Promise<ViewTable<Sample>> => {
  await store.drop('samples', 1);
  const table = await store.open(sampleView());
  const lease = (await table.acquire('test', 1000))!;
  const written = documents.map((document) => ({ id: document._id, seen: position(1), document }));
  await table.write(written, position(1), lease);
  if (indexed) await table.index(lease);
  return table;
};
