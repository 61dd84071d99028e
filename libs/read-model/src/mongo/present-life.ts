import { StoreUnavailable } from '@panshi/event-store';
import type { ViewRecord } from './view-records.ts';

/** How long readers go without looking whether the view was begun anew by another process, in milliseconds. */
const knownMs = 1000;

/** Which of its lives a view is in, as this process knows it. */
export class PresentLife {
  readonly #read: () => Promise<ViewRecord | undefined>;
  readonly #clock: () => number;
  #known: ViewRecord;
  #knownAt: number;

  /** @param read reads the record of the view */
  constructor(record: ViewRecord, read: () => Promise<ViewRecord | undefined>, clock: () => number) {
    this.#read = read;
    this.#clock = clock;
    this.#known = record;
    this.#knownAt = clock();
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
    return record;
  }

  /** The life that is known, looked at again now and then. */
  async life(): Promise<number> {
    if (this.#clock() - this.#knownAt >= knownMs) await this.record();
    return this.#known.life;
  }

  /**
   * Makes sure that what was read in a life was the view: one that was wiped, or begun anew, shows nothing instead.
   * @returns its record @throws {StoreUnavailable}
   */
  async assertIn(life: number): Promise<ViewRecord> {
    const record = await this.record();
    if (record?.life !== life) throw new StoreUnavailable(`view ${this.#known.name} is being built anew`);
    return record;
  }
}
