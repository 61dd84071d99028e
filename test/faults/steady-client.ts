import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, api, type Receipt } from '../support/api.ts';
import type { Office } from '../support/small-district.ts';
import { type Deed, plan } from './client.ts';
import type { Sessions } from './sessions.ts';

type Outcome = 'done' | 'again';
type Refusal = Answer<{ readonly code: string }>;

/** Rest between two requests, in milliseconds, and how often one that was done is sent once more. */
const usual = { restMs: 20, repeats: 0.05 };

/** Longer than any deadline of the gateway: an answer that takes longer is a request that hangs. */
const patienceMs = 12_000;

/** Refusals that pass though nothing is at fault: the case is not open yet, or others were quicker five times. */
const busy = ['case.unknown', 'append.conflict'];

/**
 * Acts as {@link Client} does, on a server that stays up but cannot always do what it is asked: it repeats with the same
 * key until the outcome is known, and notes how it was refused.
 */
export class SteadyClient {
  readonly deeds: Deed[] = [];
  readonly surprises: string[] = [];
  /** How often it was refused, by code. */
  readonly refusals = new Map<string, number>();
  readonly #plan: Generator<Deed, never, Receipt>;
  readonly #sessions: Sessions;
  readonly #random: () => number;

  constructor(name: string, shared: string, sessions: Sessions, random: () => number) {
    this.#plan = plan(name, shared, random);
    this.#sessions = sessions;
    this.#random = random;
  }

  /** Acts until it is enough; what is open then is finished. */
  async live(enough: AbortSignal): Promise<void> {
    for (let last: Receipt | undefined; !enough.aborted; await delay(usual.restMs)) {
      const { value: deed } = this.#plan.next(last as Receipt);
      this.deeds.push(deed);
      while ((await this.#send(deed)) !== 'done') await delay(usual.restMs);
      last = deed.receipt;
      const old = this.deeds[Math.floor(this.#random() * this.deeds.length)]!;
      if (this.#random() < usual.repeats) await this.#send(old);
    }
  }

  async #send(deed: Deed): Promise<Outcome> {
    const { url } = this.#sessions;
    const token = await this.#sessions.token(deed.office);
    const sent = performance.now();
    const answer = await api(url, token)
      .post<Receipt & { code: string }>(deed.path, deed.body, { 'idempotency-key': deed.key })
      .catch((error: Error) => this.surprises.push(`${deed.path} was not answered: ${String(error.cause ?? error)}`));
    const took = performance.now() - sent;
    if (took > patienceMs) this.surprises.push(`${deed.path} was answered after ${Math.round(took)} ms`);
    if (typeof answer === 'number') return 'again';
    return answer.status < 300 ? this.#acknowledged(deed, answer.body) : this.#refused(deed, answer, token);
  }

  #acknowledged(deed: Deed, receipt: Receipt): Outcome {
    const before = deed.receipt;
    if (before && JSON.stringify(before) !== JSON.stringify(receipt))
      this.surprises.push(`${deed.key}: ${JSON.stringify(before)} became ${JSON.stringify(receipt)}`);
    deed.receipt ??= receipt;
    return 'done';
  }

  #refused({ path, office }: Deed, { status, headers, body: { code } }: Refusal, token: string): Outcome {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    const isLater = [503, 504].includes(status) && headers.has('retry-after');
    if (status === 401 && code === 'session.expired') this.#sessions.expired(office as Office, token);
    else if (!isLater && !busy.includes(code)) this.surprises.push(`${path} was answered ${status} ${code}`);
    return 'again';
  }
}
