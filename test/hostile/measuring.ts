import { cpuMs } from '../support/cpu.ts';
import { answerTo, type Answered, type Sent } from './requests.ts';

/** Milliseconds of CPU that the server may take for one request. */
const mostMs = 100;
const tries = 3;
/** What a server does beside it, such as to collect garbage or to make snapshots, does not come in both. */
const series = 2;

/** Sends requests one at a time, and tells of those that cost the server too much by the worst of three more tries, twice. */
export class Measuring {
  constructor(
    private readonly pid: () => number,
    private readonly tooCostly: (what: string) => void,
  ) {}

  async answerTo(sent: Sent): Promise<Answered> {
    const [answer, ms] = await this.#measured(sent);
    if (ms <= mostMs) return answer;
    const all: number[] = [];
    for (let n = 0; n < series; n += 1) {
      const more = await this.#again(sent);
      all.push(...more);
      if (Math.max(...more) <= mostMs) return answer;
    }
    this.tooCostly(`${sent.method} ${sent.url.slice(0, 200)}: ${all.join(', ')} ms of CPU`);
    return answer;
  }

  async #again(sent: Sent): Promise<readonly number[]> {
    const all: number[] = [];
    for (let n = 0; n < tries; n += 1) all.push((await this.#measured(sent))[1]);
    return all;
  }

  async #measured(sent: Sent): Promise<[Answered, number]> {
    const before = cpuMs([this.pid()]);
    const answer = await answerTo(sent);
    return [answer, cpuMs([this.pid()]) - before];
  }
}
