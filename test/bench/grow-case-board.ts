import { join } from 'node:path';
import { caseBoard } from '@panshi/case';
import { openSqliteViewStore, type SeenDocument } from '@panshi/read-model';

/**
 * Makes the case board of a data folder hold `size` documents: those of the demo, again and again under new ids. What
 * is measured is reading; that the log lacks these cases does not matter to it.
 */
export const growCaseBoard = async (data: string, size: number): Promise<void> => {
  const store = await openSqliteViewStore({ path: join(data, 'views.db') });
  const board = await store.open(caseBoard);
  const lease = await board.acquire('bench', 60_000);
  const checkpoint = await board.checkpoint();
  if (!lease || !checkpoint) throw new Error('the case board of the demo is not there');
  const sample = (await board.find({ limit: 200 })).items;
  let count = await board.count();
  while (count < size) {
    const batch = sample.slice(0, size - count);
    const documents = batch.map((document, i): SeenDocument<typeof document> => {
      const id = `bench-${count + i}`;
      return { id, seen: checkpoint, document: { ...document, _id: id, caseId: id } };
    });
    await board.write(documents, checkpoint, lease);
    count += batch.length;
  }
  await board.release(lease);
  await store.close();
};
