import { cpuMs } from '../support/cpu.ts';

/** CPU of some processes for one request, which other load on the machine changes little: the rate it halves. */
export class CpuOfEach {
  readonly #pids: readonly number[];
  readonly #seconds: number;
  #ms = 0;
  #requests = 0;

  /** @param seconds that a round lasts */
  constructor(pids: readonly number[], seconds: number) {
    this.#pids = pids;
    this.#seconds = seconds;
  }

  /** @param work answers requests per second; before round 0 it warms up and is not counted */
  async during(round: number, work: () => Promise<number>): Promise<number> {
    const before = cpuMs(this.#pids);
    const rate = await work();
    if (round >= 0) this.#ms += cpuMs(this.#pids) - before;
    if (round >= 0) this.#requests += rate * this.#seconds;
    return rate;
  }

  get text(): string {
    return (this.#ms / this.#requests).toFixed(2);
  }
}
