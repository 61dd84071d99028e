import { eventsBetween, type LogReading, type Position, type RecordedEvent } from '@panshi/event-store';
import { inChunks } from '../projector/in-chunks.ts';
import { ViewFold } from '../projector/view-fold.ts';
import { holdsWitness, Witness } from '../projector/witness.ts';
import type { ViewDocument } from '../view.ts';
import type { ParkedDocument } from '../view-store.ts';
import { parkingOf } from './parking-of.ts';
import type { Density, Mark } from './thinning.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/** Documents kept in memory at most while folding. */
const documentsKept = 20_000;

/** How many marks are made before what they keep is measured. */
const marksBetweenFits = 16;

/** One view on its way to the end of the log, marking as it goes. */
class Growing {
  readonly #snapshots: ViewSnapshots;
  readonly #density: Density;
  readonly #types: ReadonlySet<string>;
  readonly #fold: ViewFold<ViewDocument>;
  readonly #parked: ParkedDocument[];
  #mark: Mark | undefined;
  #witness: Witness;
  #events: number;

  static async from(snapshots: ViewSnapshots, density: Density): Promise<Growing> {
    const mark = snapshots.nearest();
    const seen = mark?.position ?? '';
    const parked: ParkedDocument[] = [];
    const parking = await parkingOf(snapshots, (each) => parked.push(each));
    const load = async (ids: readonly string[]) =>
      new Map(Array.from(snapshots.load(ids), ([id, document]) => [id, { id, document, seen }]));
    const bounds = { generation: documentsKept / 2, from: mark?.position };
    return new Growing(snapshots, density, new ViewFold(snapshots.view, { load }, parking, bounds), parked, mark);
  }

  private constructor(
    snapshots: ViewSnapshots,
    density: Density,
    fold: ViewFold<ViewDocument>,
    parked: ParkedDocument[],
    mark?: Mark,
  ) {
    this.#snapshots = snapshots;
    this.#density = density;
    this.#types = new Set<string>(snapshots.view.from);
    this.#fold = fold;
    this.#parked = parked;
    this.#mark = mark;
    this.#witness = Witness.from(mark?.position);
    this.#events = mark?.events ?? 0;
  }

  get from(): Position | undefined {
    return this.#mark?.position;
  }

  /** @param left events of the log that are still to come, as far as is known: with many, marks can be far apart */
  async apply(events: readonly RecordedEvent[], left: number): Promise<void> {
    const from = this.from ?? '';
    const mine = events.filter(({ type, position }) => this.#types.has(type) && position > from);
    await this.#fold.apply(mine);
    this.#witness = this.#witness.after(mine);
    this.#events += mine.length;
    const { least, parts } = this.#density;
    const apart = Math.max(least, left / parts);
    const since = this.#events - (this.#mark?.events ?? 0);
    if (since >= apart || this.#fold.full) this.#add(events.at(-1)!.position);
  }

  async end(position: Position, rest: () => Promise<void>): Promise<void> {
    if (this.#events !== this.#mark?.events) this.#add(position);
    else if (position > this.#mark.position) this.#snapshots.move(this.#mark, position);
    this.#snapshots.fit(this.#density);
    await this.#snapshots.settle(rest);
  }

  #add(position: Position): void {
    const changed = this.#fold.takeChanged();
    const parked = this.#parked.splice(0);
    const marked = { position, events: this.#events, changed, parked, witness: this.#witness.text };
    this.#mark = this.#snapshots.add(marked, this.#mark, this.#density);
    if (this.#mark.mark % marksBetweenFits === 0) this.#snapshots.fit(this.#density);
  }
}

/** Where the log is another than the snapshots were made of, as after a restored backup, they are begun anew. */
const assureOf = async (log: LogReading, snapshots: ViewSnapshots): Promise<void> => {
  const [last, witness] = [snapshots.nearest(), snapshots.witness()];
  if (!last || witness === undefined) return;
  const same =
    last.position <= (await log.head()) &&
    (await holdsWitness(log, snapshots.view, { checkpoint: last.position, witness }));
  if (!same) snapshots.drop();
};

export interface Growth {
  readonly log: LogReading;
  readonly views: readonly ViewSnapshots[];
  readonly density: Density;
  /** Between two pieces of work: lets others run. */
  readonly rest: () => Promise<void>;
}

/** Brings the snapshots of views to the end of the log, in one reading for all. @throws {Overtaken} */
export const growSnapshots = async ({ log, views, density, rest }: Growth, signal: AbortSignal): Promise<void> => {
  for (const snapshots of views) await assureOf(log, snapshots);
  const growing = await Promise.all(views.map((snapshots) => Growing.from(snapshots, density)));
  const upTo = await log.head();
  const types = [...new Set(views.flatMap(({ view }) => view.from as readonly string[]))];
  const behind = growing.map(({ from }) => from ?? '').toSorted()[0];
  const events = log.readAll({ after: behind || undefined, upTo, types });
  for await (const some of inChunks(events, density.least)) {
    const left = eventsBetween(log, some.at(-1)!.position, upTo) ?? 0;
    for (const each of growing) await each.apply(some, left);
    await rest();
    if (signal.aborted) return;
  }
  for (const each of growing) {
    await each.end(upTo, rest);
    await rest();
  }
};
