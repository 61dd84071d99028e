import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection, Status } from '@nats-io/transport-node';
import { retryAfterMs } from '@panshi/async';
import { OutcomeUnknown } from '@panshi/event-store';
import { unavailable } from '../rejections.ts';
import type { NatsAddress } from './address.ts';
import { answerError } from './answer-error.ts';
import { firstConnection } from './first-connection.ts';

/** How long an end waits for a broker that may be gone, in milliseconds. */
const patienceMs = 2000;

/** What the operator is told of the connection: `refused` is something done over it that the broker does not allow. */
export interface LinkReport {
  readonly event: 'waiting' | 'connected' | 'lost' | 'refused';
  readonly servers: readonly string[];
  readonly reason?: string | undefined;
}

/** A process's one connection to the broker, shared by its server, its client and its hints. It comes back by itself. */
export class NatsLink {
  readonly #closing = new AbortController();
  readonly #asked = new Set<(error: Error) => void>();
  readonly #sending: (() => void)[] = [];
  #connecting: Promise<NatsConnection> | undefined;
  #connection: NatsConnection | undefined;
  #up = false;

  constructor(
    private readonly address: NatsAddress,
    private readonly report: (report: LinkReport) => void = () => undefined,
  ) {}

  /** Whether a message sent now would reach the broker, as far as is known. */
  get up(): boolean {
    return this.#up;
  }

  /**
   * The connection, once it stands: a broker that is not there yet is waited for.
   * @throws {BrokerRefuses} when it does not accept this user @throws {Unavailable} `closing`
   */
  connect(): Promise<NatsConnection> {
    this.#connecting ??= this.#connect();
    return this.#connecting;
  }

  /** The connection, where it stands now. @throws {Unavailable} `no-service`: nothing is kept for later */
  connection(): NatsConnection {
    if (!this.#connection || !this.#up) throw unavailable('no-service');
    return this.#connection;
  }

  /**
   * Asks whoever answers the subject and waits for so many milliseconds.
   * @throws {Unavailable} `no-service`, `deadline-passed`
   * @throws {OutcomeUnknown} when the connection breaks before the answer is there
   */
  async ask(subject: string, payload: Uint8Array, timeout: number): Promise<Uint8Array> {
    const connection = this.connection();
    return new Promise((resolve, reject) => {
      this.#asked.add(reject);
      this.#together(() => {
        // Given up meanwhile, it must not wait for the connection to come back.
        if (!this.#asked.has(reject)) return;
        connection
          .request(subject, payload, { timeout })
          .then(
            ({ data }) => resolve(data),
            (error: Error) => reject(answerError(subject, error)),
          )
          .finally(() => this.#asked.delete(reject));
      });
    });
  }

  /** Resolves when the broker has all that was sent so far; without a broker, at once. */
  flush(): Promise<void> {
    return this.#up ? this.settled(this.connection().flush()) : Promise.resolve();
  }

  /**
   * Resolves once the broker has taken all that was sent, subscriptions too; where the connection breaks, once it has
   * taken them over the next. @throws {Unavailable} `closing`
   */
  async taken(): Promise<void> {
    const connection = await this.connect();
    for (let retry = 1; !this.#closing.signal.aborted; retry++) {
      try {
        return await connection.flush();
      } catch {
        await delay(retryAfterMs(retry), undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
    throw unavailable('closing');
  }

  /** Waits for something of the broker's, but not for long: it may have stopped answering. */
  async settled(work: Promise<unknown>): Promise<void> {
    await Promise.race([work.catch(() => undefined), delay(patienceMs, undefined, { ref: false })]);
  }

  /** Sends what is to be sent, and ends. */
  async close(): Promise<void> {
    this.#closing.abort();
    const connection = await this.#connecting?.catch(() => undefined);
    if (!connection) return;
    await this.flush();
    this.#up = false;
    await connection.close();
  }

  /** Requests that come in one turn of the event loop go out as one write: by itself each would wake the broker. */
  #together(send: () => void): void {
    if (this.#sending.length === 0) setImmediate(() => this.#sending.splice(0).forEach((each) => each()));
    this.#sending.push(send);
  }

  async #connect(): Promise<NatsConnection> {
    const { servers } = this.address;
    const tell = (event: LinkReport['event'], reason?: string): void => this.report({ event, servers, reason });
    const connection = await firstConnection(this.address, (reason) => tell('waiting', reason), this.#closing.signal);
    this.#connection = connection;
    this.#up = true;
    tell('connected');
    void this.#watch(connection, tell);
    return connection;
  }

  async #watch(connection: NatsConnection, tell: (event: LinkReport['event'], reason?: string) => void): Promise<void> {
    for await (const status of connection.status()) {
      if (isLoss(status) && this.#up) {
        this.#up = false;
        this.#giveUp();
        if (!this.#closing.signal.aborted) tell('lost');
      }
      if (status.type === 'reconnect') {
        this.#up = true;
        tell('connected');
      }
      if (status.type === 'error') tell('refused', status.error.message);
    }
  }

  /** Their answers would come to a connection that is no more. */
  #giveUp(): void {
    const error = new OutcomeUnknown('the connection to the broker broke before the answer came');
    for (const reject of this.#asked) reject(error);
    this.#asked.clear();
  }
}

const isLoss = ({ type }: Status): boolean => type === 'disconnect' || type === 'close';
