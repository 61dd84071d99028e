import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, api, type Receipt } from '../support/api.ts';
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

/** Answers after which the same is sent again: its case is not opened yet, or others were quicker five times. */
const passing = ['case.unknown', 'append.conflict'];

/** What is answered where it cannot be done now; each of them says when to try again. */
export const notNow = [429, 503, 504];

/** How long a client that lives on rests between two deeds, in milliseconds, and how often it repeats or looks. */
const persistent = { restMs: 10, repeats: 0.03, looks: 0.2 };

/**
 * Reports incidents and takes each case from stage to stage; in between it acts on a case that all clients act on. What
 * it was not told the outcome of it repeats, with the same key, however long the server is away.
 */
export class Client {
  readonly deeds: Deed[] = [];
  readonly surprises: string[] = [];
  /** How often it was refused, by code; `gone` where nobody answered. */
  readonly refusals = new Map<string, number>();
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
    const old = this.#old();
    if (old && (await this.#send(url, tokens, old)) === 'gone') return;
    while (this.#open || !enough.aborted) {
      const outcome = await this.#act(url, tokens);
      if (outcome === 'gone') return;
      if (outcome === 'again') await delay(10);
    }
  }

  /** Acts through every outage until the signal says that it is enough: then what is open is finished. */
  async persist(url: string, tokens: () => Promise<Tokens>, enough: AbortSignal): Promise<void> {
    while (this.#open || !enough.aborted) {
      const outcome = await this.#act(url, await tokens());
      const [repeated, looked] = [this.#random() < persistent.repeats, this.#random() < persistent.looks];
      const old = this.#old();
      if (outcome === 'done' && old && repeated) await this.#send(url, await tokens(), old);
      if (outcome === 'done' && looked) await this.#look(url, await tokens());
      await delay(persistent.restMs);
    }
  }

  #old(): Deed | undefined {
    const old = this.deeds[Math.floor(this.#random() * this.deeds.length)];
    return old?.receipt && old;
  }

  async #act(url: string, tokens: Tokens): Promise<Outcome> {
    this.#open ??= this.#next();
    const outcome = await this.#send(url, tokens, this.#open);
    if (outcome === 'done') this.#open = undefined;
    return outcome;
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
    if (answer && answer.status < 300) return this.#acknowledged(deed, answer.body);
    return this.#refused(deed.path, answer);
  }

  /** Reads what it was told last is done: it is there, or it is said that it cannot be shown now. */
  async #look(url: string, tokens: Tokens): Promise<void> {
    const path = `/${this.#last!.stream.replace(/^(case|incident)-/, '$1s/')}?after=${this.#last!.position}`;
    const answer = await api(url, tokens.officer)
      .get<{ code: string }>(path)
      .catch(() => undefined);
    if (answer?.status === 404) this.surprises.push(`${path} was answered 404 ${answer.body.code}`);
    else if (answer?.status !== 200) this.#refused(path, answer);
  }

  #refused(path: string, answer: Answer<{ readonly code: string }> | undefined): Outcome {
    const code = answer?.body.code ?? 'gone';
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    if (!answer) return 'gone';
    if (passing.includes(code) || (notNow.includes(answer.status) && answer.headers.has('retry-after'))) return 'again';
    this.surprises.push(`${path} was answered ${answer.status} ${code}`);
    return 'gone';
  }

  #acknowledged(deed: Deed, receipt: Receipt): Outcome {
    const before = deed.receipt;
    if (before && JSON.stringify(before) !== JSON.stringify(receipt))
      this.surprises.push(`${deed.key}: ${JSON.stringify(before)} became ${JSON.stringify(receipt)}`);
    deed.receipt ??= receipt;
    if (!before) this.#last = receipt;
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
