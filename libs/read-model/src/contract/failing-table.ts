import type { ViewStore, ViewTable } from '../view-store.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';

/** Thrown in the place of a crash. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * A view store that dies at its nth use by a projector: before the call is made, or after it took effect but before
 * its caller knew. Everything after fails too, as after a kill.
 */
export const dyingStore = (store: ViewStore, dieAt: number, afterEffect: boolean, onDeath: () => void): ViewStore => {
  let calls = 0;
  const guarded =
    <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls > dieAt) throw new Crash();
      if (calls < dieAt) return method(...args);
      if (afterEffect) await method(...args);
      onDeath();
      throw new Crash();
    };
  const wrap = <Doc extends ViewDocument>(table: ViewTable<Doc>): ViewTable<Doc> => ({
    get: (id) => table.get(id),
    find: (options) => table.find(options),
    count: (filter) => table.count(filter),
    hash: () => table.hash(),
    parked: () => table.parked(),
    checkpoint: () => table.checkpoint(),
    witnessed: () => table.witnessed(),
    indexed: () => table.indexed(),
    acquire: (owner, ttlMs) => table.acquire(owner, ttlMs),
    release: (lease) => table.release(lease),
    keeper: () => table.keeper(),
    drop: () => table.drop(),
    load: guarded((ids) => table.load(ids)),
    write: guarded((documents, checkpoint, lease, witness) => table.write(documents, checkpoint, lease, witness)),
    index: guarded((lease) => table.index(lease)),
    replaceBy: guarded((name, itsLease, lease) => table.replaceBy(name, itsLease, lease)),
    park: guarded((parked) => table.park(parked)),
    unpark: guarded((id) => table.unpark(id)),
  });
  return {
    open: async <Doc extends ViewDocument>(view: ViewDefinition<Doc>) => wrap(await store.open(view)),
    list: () => store.list(),
    drop: (name, version) => store.drop(name, version),
    close: () => store.close(),
  };
};
