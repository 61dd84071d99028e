import { type Position, StoreUnavailable } from '@panshi/event-store';
import type { ViewRecord } from './view-records.ts';

/** How long readers go without looking whether the view was begun anew by another process, in milliseconds. */
const knownMs = 1000;

/** Which of its lives a view is in, as this process knows it. */
export class PresentLife {
  readonly #read: () => Promise<ViewRecord | undefined>;
  readonly #clock: () => number;
  #known: ViewRecord;
  #knownAt: number;
  /** The furthest that the view was, as far as this process knows. */
  #furthest: Position = '';

  /** @param read reads the record of the view */
  constructor(record: ViewRecord, read: () => Promise<ViewRecord | undefined>, clock: () => number) {
    this.#read = read;
    this.#clock = clock;
    this.#known = record;
    this.#knownAt = clock();
    this.passed(record.checkpoint);
  }

  /** Notes a checkpoint that was stored. */
  passed(checkpoint: Position | undefined): void {
    if (checkpoint !== undefined && checkpoint > this.#furthest) this.#furthest = checkpoint;
  }

  /** As known last. */
  get known(): ViewRecord {
    return this.#known;
  }

  /** Reads the record, and learns from it. */
  async record(): Promise<ViewRecord | undefined> {
    return this.learn(await this.#read());
  }

  learn(record: ViewRecord | undefined): ViewRecord | undefined {
    if (!record) return undefined;
    this.#known = record;
    this.#knownAt = this.#clock();
    this.passed(record.checkpoint);
    return record;
  }

  /** The record in the life that is known, looked at again now and then. */
  async current(): Promise<ViewRecord> {
    if (this.#clock() - this.#knownAt >= knownMs) await this.record();
    return this.#known;
  }

  /**
   * Makes sure that what was read in a life was the view: one that was wiped, or begun anew, shows nothing instead.
   * @returns its record @throws {StoreUnavailable}
   */
  async assertIn(life: number): Promise<ViewRecord> {
    const record = await this.record();
    return record?.life === life ? record : this.#builtAnew();
  }

  /**
   * Makes sure that what was not found in a life is not there: not that another process, unnoticed by the keeper of the
   * view, is building it anew. @throws {StoreUnavailable}
   */
  async assertWhole(life: number): Promise<void> {
    const { checkpoint = '' } = await this.assertIn(life);
    if (checkpoint < this.#furthest) this.#builtAnew();
  }

  #builtAnew(): never {
    throw new StoreUnavailable(`view ${this.#known.name} is being built anew`);
  }
}
