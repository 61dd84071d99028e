import type { Position } from '@panshi/event-store';
import { LRUCache } from 'lru-cache';
import { FoldedView } from './folded-view.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/** What a folded view weighs that has folded nothing, in documents. */
const emptyWeight = 500;

const keyOf = (view: string, position: Position): string => `${view} ${position}`;

/** Folded views that are kept for a while, those used last. */
export class FoldedViews {
  readonly #folded: LRUCache<string, FoldedView>;

  /** @param documents how many they may hold together */
  constructor(documents: number) {
    this.#folded = new LRUCache({
      maxSize: documents,
      // A single one may be larger than all may be together.
      sizeCalculation: (folded) => Math.min(documents, emptyWeight + folded.documents),
      // What is taken out is folded on.
      dispose: (folded, _, reason) => reason !== 'delete' && folded.close(),
    });
  }

  get(view: string, position: Position): FoldedView | undefined {
    return this.#folded.get(keyOf(view, position));
  }

  keep(folded: FoldedView): void {
    this.#folded.set(keyOf(folded.snapshots.view.name, folded.position), folded);
  }

  /** Ends what one reader began. It may have been let go of and folded again meanwhile. */
  release(view: string, position: Position): void {
    const folded = this.#folded.peek(keyOf(view, position));
    if (folded) folded.readers = Math.max(0, folded.readers - 1);
  }

  /** Closes it, where it is still what is kept for the position. */
  drop(folded: FoldedView, position: Position): void {
    const key = keyOf(folded.snapshots.view.name, position);
    if (this.#folded.peek(key) !== folded) return;
    this.#folded.delete(key);
    folded.close();
  }

  /** Closes all that lie over these snapshots; all there are unless told. */
  clear(snapshots?: readonly ViewSnapshots[]): void {
    for (const folded of [...this.#folded.values()])
      if (!snapshots || snapshots.includes(folded.snapshots)) this.drop(folded, folded.position);
  }

  /** Takes out what to fold on from: the last before the position of the snapshots and of what is folded already and nobody reads. */
  take(snapshots: ViewSnapshots, position: Position): FoldedView {
    const marked = snapshots.nearest(position)?.position ?? '';
    const [nearest] = [...this.#folded.values()]
      .filter((each) => each.snapshots === snapshots && each.readers === 0)
      .filter((each) => each.position > marked && each.position < position && each.stands)
      .toSorted((a, b) => (a.position > b.position ? -1 : 1));
    if (!nearest) return new FoldedView(snapshots, position);
    this.#folded.delete(keyOf(snapshots.view.name, nearest.position));
    return nearest;
  }
}
