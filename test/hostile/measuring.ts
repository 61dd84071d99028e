import { cpuMs } from '../support/cpu.ts';
import { answerTo, type Answered, type Sent } from './requests.ts';

/** Milliseconds of CPU that the server may take for one request. */
const mostMs = 100;
const tries = 3;

/** Sends requests one at a time, and tells of those that cost the server too much by the worst of three more tries. */
export class Measuring {
  constructor(
    private readonly pid: () => number,
    private readonly tooCostly: (what: string) => void,
  ) {}

  async answerTo(sent: Sent): Promise<Answered> {
    const [answer, ms] = await this.#measured(sent);
    if (ms <= mostMs) return answer;
    const more: number[] = [];
    for (let n = 0; n < tries; n += 1) more.push((await this.#measured(sent))[1]);
    if (Math.max(...more) > mostMs)
      this.tooCostly(`${sent.method} ${sent.url.slice(0, 200)}: ${more.join(', ')} ms of CPU`);
    return answer;
  }

  async #measured(sent: Sent): Promise<[Answered, number]> {
    const before = cpuMs([this.pid()]);
    const answer = await answerTo(sent);
    return [answer, cpuMs([this.pid()]) - before];
  }
}
