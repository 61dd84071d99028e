import { setTimeout as delay } from 'node:timers/promises';
import { api, type Receipt } from '../support/api.ts';
import { incidentAt } from '../support/cases.ts';
import { type Office, spots } from '../support/small-district.ts';

/** A command that a client issues, as often as it takes to learn its outcome; always with the same key. */
export interface Deed {
  readonly key: string;
  readonly office: Office;
  readonly path: string;
  readonly body: object;
  /** Of the one event it brings about. */
  readonly type: string;
  receipt?: Receipt;
}

export type Tokens = Readonly<Record<Office, string>>;

type Outcome = 'done' | 'again' | 'gone';

/** What a server answers that cannot do it now: a case not opened yet, an outcome not known, a view behind. */
const passing = ['case.unknown', 'store.outcome-unknown', 'deadline-passed', 'view.behind', 'starting', 'closing'];

/**
 * Reports incidents and takes each case from stage to stage; in between it acts on a case that all clients act on. What
 * it was not told the outcome of it repeats, in the server's next life.
 */
export class Client {
  readonly deeds: Deed[] = [];
  readonly surprises: string[] = [];
  readonly #plan: Generator<Deed, never, Receipt>;
  readonly #random: () => number;
  #open: Deed | undefined;
  #last: Receipt | undefined;

  constructor(name: string, shared: string, random: () => number) {
    this.#random = random;
    this.#plan = plan(name, shared, random);
  }

  /** Acts until the server is gone, or the signal says that it is enough: then only what is open is finished. */
  async live(url: string, tokens: Tokens, enough: AbortSignal): Promise<void> {
    const old = this.deeds[Math.floor(this.#random() * this.deeds.length)];
    if (old?.receipt && (await this.#send(url, tokens, old)) === 'gone') return;
    while (this.#open || !enough.aborted) {
      const deed = (this.#open ??= this.#next());
      const outcome = await this.#send(url, tokens, deed);
      if (outcome === 'gone') return;
      if (outcome === 'done') this.#open = undefined;
      else await delay(10);
    }
  }

  #next(): Deed {
    const { value } = this.#plan.next(this.#last as Receipt);
    this.deeds.push(value);
    return value;
  }

  async #send(url: string, tokens: Tokens, deed: Deed): Promise<Outcome> {
    const account = api(url, tokens[deed.office]);
    const answer = await account
      .post<Receipt & { code: string }>(deed.path, deed.body, { 'idempotency-key': deed.key })
      .catch(() => undefined);
    if (!answer) return 'gone';
    if (answer.status < 300) return this.#acknowledged(deed, answer.body);
    if (passing.includes(answer.body.code)) return 'again';
    this.surprises.push(`${deed.path} was answered ${answer.status} ${answer.body.code}`);
    return 'gone';
  }

  #acknowledged(deed: Deed, receipt: Receipt): Outcome {
    const before = deed.receipt;
    if (before && JSON.stringify(before) !== JSON.stringify(receipt))
      this.surprises.push(`${deed.key}: ${JSON.stringify(before)} became ${JSON.stringify(receipt)}`);
    deed.receipt ??= receipt;
    this.#last = deed.receipt;
    return 'done';
  }
}

export function* plan(name: string, shared: string, random: () => number): Generator<Deed, never, Receipt> {
  for (let n = 0; ; n += 1) {
    const key = (what: string): string => `${name}-${n}-${what}`;
    const spot = spots[Math.floor(random() * spots.length)]!;
    const { id: incident } = yield {
      key: key('report'),
      office: 'street',
      path: '/incidents',
      body: incidentAt(spot, { text: `第${n}次` }),
      type: 'IncidentReported',
    };
    const act = (office: Office, path: string, type: string, body: object = {}): Deed => {
      return { key: key(path), office, path: `/cases/${incident}/${path}`, body, type };
    };
    yield act('officer', 'filing', 'CaseFiled');
    yield { ...act('street', 'supervision', 'CaseSupervised', { instruction: key('加快') }), path: shared };
    yield act('officer', 'dispatch', 'CaseDispatched');
    yield act('unit', 'acceptance', 'CaseAccepted');
    yield act('unit', 'report', 'HandlingReported', { result: '已处置' });
    yield act('officer', 'verification', 'CaseClosed', { passed: true });
  }
}
