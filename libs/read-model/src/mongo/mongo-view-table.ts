import { ownerHasEnded, type Lease, type Position } from '@panshi/event-store';
import type { Page } from '@panshi/contracts';
import type { mongo } from 'mongoose';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions } from '../view-reader.ts';
import type { ParkedDocument, SeenDocument, ViewTable, Witnessed } from '../view-store.ts';
import { hashOf } from './hash.ts';
import { buildIndexes } from './indexes.ts';
import { collectionOf, keyOf, type Layout } from './layout.ts';
import { MongoViewReader } from './mongo-view-reader.ts';
import { PresentLife } from './present-life.ts';
import { replaceView } from './replace-view.ts';
import { fromStored, type Stored, toStored } from './stored.ts';
import { TombstoneSweep } from './tombstones.ts';
import type { ViewCollections } from './view-collections.ts';
import type { ViewRecord } from './view-records.ts';
import { leaseLost, writeFenced } from './write.ts';

/** How much longer than an answer a write may take for each document, in milliseconds. */
const writeMs = 10;

/** One view in MongoDB. */
export class MongoViewTable<Doc extends ViewDocument> implements ViewTable<Doc> {
  readonly #view: ViewDefinition<Doc>;
  readonly #layout: Layout;
  readonly #key: string;
  readonly #store: ViewCollections;
  readonly #reader: MongoViewReader<Doc>;
  readonly #tombstones = new TombstoneSweep();
  readonly #life: PresentLife;

  constructor(view: ViewDefinition<Doc>, layout: Layout, record: ViewRecord, store: ViewCollections) {
    const { name, schema, text } = view;
    this.#view = view;
    this.#layout = layout;
    this.#key = keyOf(layout.name, layout.version);
    this.#store = store;
    this.#life = new PresentLife(record, () => store.records.read(this.#key), store.clock);
    this.#reader = new MongoViewReader({ name, schema, text: text !== undefined }, (read, isNothing) =>
      store.connection.run(async () => {
        const record = await this.#life.current();
        const answer = await read(this.#of(record));
        if (isNothing(answer)) await this.#life.assertWhole(record.life);
        return answer;
      }),
    );
  }

  get(id: string): Promise<Doc | undefined> {
    return this.#reader.get(id);
  }

  find(options?: FindOptions): Promise<Page<Doc>> {
    return this.#reader.find(options);
  }

  count(filter?: Filter): Promise<number> {
    return this.#reader.count(filter);
  }

  load(ids: readonly string[]): Promise<ReadonlyMap<string, SeenDocument<Doc>>> {
    return this.#store.connection.run(async () => {
      const record = await this.#life.current();
      const documents = this.#of(record);
      const stored = await documents.find({ _id: { $in: [...ids] } }).toArray();
      const loaded = stored.map((each) => fromStored<Doc>(each));
      // Tombstones stay longer than they count. And what is not there, because it was wiped, must not be begun anew.
      const whole = loaded.length === ids.length && loaded.every(({ document }) => document);
      const passed = whole ? undefined : (await this.#life.assertIn(record.life)).checkpoint;
      const counting = loaded.filter(({ document, seen }) => document || passed === undefined || seen > passed);
      return new Map(counting.map((each) => [each.id, each]));
    });
  }

  write(documents: readonly SeenDocument<Doc>[], checkpoint: Position, lease: Lease, witness?: string): Promise<void> {
    return this.#store.connection.run(async () => {
      const now = this.#store.clock();
      const stored = documents.map((document) => toStored(this.#view, document, now));
      const target = { records: this.#store.records, documents: (record: ViewRecord) => this.#of(record) };
      await writeFenced(target, stored, checkpoint, lease, witness);
      this.#life.passed(checkpoint);
      const { known } = this.#life;
      if (known.indexed) await this.#tombstones.sweep(this.#of(known), checkpoint, now);
    }, documents.length * writeMs);
  }

  index(lease: Lease): Promise<void> {
    return this.#store.connection.run(async () => {
      const record = await this.#store.records.heldBy(lease);
      if (!record) throw leaseLost(lease);
      await buildIndexes(this.#of(record), this.#layout.indexes);
      if (!(await this.#store.records.setIndexed(lease))) throw leaseLost(lease);
    }, Infinity);
  }

  async indexed(): Promise<boolean> {
    return (await this.#record())?.indexed === true;
  }

  async checkpoint(): Promise<Position | undefined> {
    return (await this.#record())?.checkpoint;
  }

  async witnessed(): Promise<Witnessed | undefined> {
    const { checkpoint, witness } = (await this.#record()) ?? {};
    return checkpoint === undefined || witness === undefined ? undefined : { checkpoint, witness };
  }

  park(parked: ParkedDocument): Promise<void> {
    return this.#store.connection.run(() => this.#store.parked.park(this.#key, parked));
  }

  parked(): Promise<readonly ParkedDocument[]> {
    return this.#store.connection.run(() => this.#store.parked.of(this.#key, this.#view.name));
  }

  unpark(id: string): Promise<void> {
    return this.#store.connection.run(() => this.#store.parked.unpark(this.#key, id));
  }

  acquire(owner: string, ttlMs: number): Promise<Lease | undefined> {
    return this.#store.connection.run(async () => {
      const { records, clock } = this.#store;
      const record = await records.acquire(this.#layout, owner, Math.trunc(clock()), Math.trunc(ttlMs));
      return this.#life.learn(record) && { name: this.#key, owner, fence: record!.fence };
    });
  }

  release(lease: Lease): Promise<void> {
    return this.#store.connection.run(() => this.#store.records.release(lease));
  }

  async keeper(): Promise<string | undefined> {
    const { owner = '', expiresAt = 0 } = (await this.#record()) ?? {};
    return owner !== '' && expiresAt > this.#store.clock() && !ownerHasEnded(owner) ? owner : undefined;
  }

  replaceBy(_name: string, itsLease: Lease, lease: Lease): Promise<void> {
    return this.#store.connection.run(async () => {
      await replaceView(this.#store, itsLease, lease);
      await this.#life.record();
    }, Infinity);
  }

  hash(): Promise<string> {
    return this.#store.connection.run(async () => hashOf(this.#of(await this.#life.current())), Infinity);
  }

  drop(): Promise<void> {
    return this.#store.connection.run(() => this.#store.drop(this.#key));
  }

  #record(): Promise<ViewRecord | undefined> {
    return this.#store.connection.run(() => this.#life.record());
  }

  #of(record: ViewRecord): mongo.Collection<Stored> {
    return this.#store.connection.db.collection<Stored>(collectionOf(record));
  }
}
