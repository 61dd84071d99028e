import type { FindOptions, ViewReader } from './view-reader.ts';
import type { ViewDocument } from './view.ts';

/** Every document that matches, a page at a time. */
export async function* everyDocument<Doc extends ViewDocument>(
  reader: ViewReader<Doc>,
  matching: FindOptions,
): AsyncGenerator<Doc, void> {
  let cursor: string | undefined;
  do {
    const page = await reader.find({ ...matching, limit: 200, cursor });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}
