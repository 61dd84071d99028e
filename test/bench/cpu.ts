import { readFileSync } from 'node:fs';

/** Milliseconds a tick takes: Linux tells the CPU time of a process in hundredths of a second, on every machine. */
const tickMs = 10;

/** CPU that processes have used so far, in milliseconds; Linux tells it in /proc. */
export const cpuMs = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    // Behind the name, which may hold spaces and ends with the last parenthesis: state is the first of these fields.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * tickMs;
  }, 0);

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
